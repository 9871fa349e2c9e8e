"""What may be sent to a language model, to which, in what shape; and when one is left alone."""
