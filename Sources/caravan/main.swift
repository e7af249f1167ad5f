import Command
import Glibc

setvbuf(stdout, nil, _IOLBF, 0)
exit(await Program.run(Array(CommandLine.arguments.dropFirst())))
