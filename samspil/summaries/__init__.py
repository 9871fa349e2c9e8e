"""Long documents and meetings, said in few words with every place."""
