process.stdout.write('{"kind":"ready"}\n')
setInterval(() => undefined, 1000)
