"""Samspil: who does what best, decided case by case, with people in control."""
