"""Who does which task, with reasons: the law, measured cases, people's views, and a picture."""
