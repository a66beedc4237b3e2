"""Parsing a reply once into a document: tokens, sentences, zones, entities, morphology."""
