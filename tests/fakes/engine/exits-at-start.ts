process.stderr.write('no such library\n', () => process.exit(3))
