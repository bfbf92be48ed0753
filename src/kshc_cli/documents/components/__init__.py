"""What each part of an official document is by Nghị định 30/2020/NĐ-CP, in any Word file."""
