"""Documents and questions: how texts are cut, what is near to a question, what may be said."""
