"""Text -> what it is found by: words without marks, in one script, without their endings."""
