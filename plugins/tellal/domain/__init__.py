"""The office's words as frozen values. Imports nothing of ours."""
