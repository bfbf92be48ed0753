"""Findings as the programs around a merge request take them: GitHub, GitLab, code scanning, test reports."""
