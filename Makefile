.PHONY: setup demo test check
setup demo test check:
	./dev $@
