"""The papers that the law asks for, made of what is known now, before they have a language."""
