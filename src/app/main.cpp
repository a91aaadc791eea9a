// SPDX-License-Identifier: Apache-2.0
#include "command_line.h"

int main(int count, char** arguments) { return okno::app::RunCommandLine(count, arguments); }
