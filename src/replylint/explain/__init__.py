"""Packs in words, for people and editors: rules explained, their catalogue, the JSON Schemas."""
