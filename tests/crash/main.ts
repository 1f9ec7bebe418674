import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { crash } from './crash.ts'

// The crash test in full: npm run test:crash [-- --kills 200 --jobs 60 --processes 2 --seed 1]
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    jobs: { type: 'string', default: '60' },
    processes: { type: 'string', default: '2' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) }
  }
})

console.log(`seed ${values.seed}`)
const started = Date.now()
const report = await crash({
  seed: Number(values.seed),
  kills: Number(values.kills),
  jobs: Number(values.jobs),
  processes: Number(values.processes),
  onKill: (kills) => {
    if (kills % 20 === 0) console.log(`${kills} kills, ${Math.round((Date.now() - started) / 1000)} s`)
  }
})
const { lost, doubled, repeated, damaged, ...figures } = report
console.log(JSON.stringify(figures))
for (const [name, sentences] of Object.entries({ lost, doubled, repeated, damaged })) {
  console.log(`${name}: ${sentences.length}`)
  for (const sentence of sentences) console.log(`  ${sentence}`)
  if (sentences.length > 0) process.exitCode = 1
}
