print("honbu-bench")
