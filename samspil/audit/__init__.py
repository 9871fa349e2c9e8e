"""What takes people's time, in their own words; told of five people and more."""
