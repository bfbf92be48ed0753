"""Checks the layout of any Word file by Nghị định 30/2020/NĐ-CP, Phụ lục I, and by good practice."""
