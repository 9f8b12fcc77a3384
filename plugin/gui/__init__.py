"""Widgets; they speak requests and hits, and import neither search nor model."""
