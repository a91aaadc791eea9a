# SPDX-License-Identifier: Apache-2.0
# The developer's other verbs; the two main ones are ./run and ./test.
.PHONY: bench format check fuzz
fuzz:             ## fuzzes every parser for FUZZ_SECONDS (3600) each; what widens coverage joins the corpus
	scripts/fuzz $${FUZZ_SECONDS:-3600} --keep
bench:            ## measures against floors of the same run and writes the table of docs/benchmarks.md
	scripts/build okno okno_bench
	build/okno_bench --write docs/benchmarks.md
format:           ## formats C++ and TypeScript
	git ls-files 'src/*.cpp' 'src/*.h' | xargs clang-format -i
	npm --prefix web run format
check:            ## formatting, lint, types
	git ls-files 'src/*.cpp' 'src/*.h' | xargs clang-format --dry-run --Werror
	npm --prefix web run lint
	npm --prefix web run typecheck
