"""Finders of page furniture, one small class each; `read.debris` lists them."""
