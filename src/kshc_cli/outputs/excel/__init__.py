"""Workbooks of Excel, written by XlsxWriter."""
