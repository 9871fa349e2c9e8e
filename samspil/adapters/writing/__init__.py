"""Write files for people to read and hand on: Word and PDF, from the same blocks."""

from samspil.adapters.writing.blocks import Block, Cover, Shape, Table, Words, shapes
from samspil.adapters.writing.pdf import pdf_file
from samspil.adapters.writing.word import word_file

__all__ = ["Block", "Cover", "Shape", "Table", "Words", "pdf_file", "shapes", "word_file"]
