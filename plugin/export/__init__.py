"""Hits and indexes as what others read: files, layers of footprints, a contact sheet."""
