import {
  characterErrors,
  fastest,
  goodLines,
  grouped,
  modelShare,
  modelShareOfWall,
  outOfPlace,
  spacedErrors,
  sum,
  timedRows,
  wallRatio
} from './figures.ts'
import type { Results, Row } from './results.ts'

/** All that was measured as Markdown. */
export function tablesOf(results: Results): string {
  const sets = grouped(results.rows, (row) => row.set)
  return [
    ...[...sets].map(([set, rows]) => lettersTable(set, rows)),
    realTable(results),
    ...(results.timed.length > 0 ? [timeTable(results), modelTable(results)] : []),
    coldTable(results),
    memoryTable(results)
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** A share as a percentage with two digits. */
export function percent(share: number | null | undefined): string {
  return share === null || share === undefined || Number.isNaN(share) ? '-' : (share * 100).toFixed(2)
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  return [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function lettersTable(set: string, rows: readonly Row[]): string {
  const categories = [...grouped(rows, (row) => row.category).keys()]
  const engines = grouped(rows, (row) => row.engine)
  const head = ['engine', ...categories, 'all', 'with blanks', 'lines >= 90 %', 'lines exact', 'own order', 'failed']
  return table(
    `${set}: characters wrong, % (white space removed)`,
    head,
    [...engines].map(([engine, own]) => [
      engine,
      ...categories.map((category) => percent(characterErrors(own.filter((row) => row.category === category)))),
      percent(characterErrors(own)),
      percent(spacedErrors(own)),
      percent(goodLines(own)),
      percent(sum(own, (row) => row.score.exactLines) / sum(own, (row) => row.score.lines)),
      percent(outOfPlace(own)),
      String(own.filter((row) => row.error).length)
    ])
  )
}

function realTable({ real }: Results): string {
  const engines = Object.entries(real)
  if (engines.length === 0) return ''
  const kinds = [...new Set(engines.flatMap(([, scores]) => Object.keys(scores.kinds)))]
  return table(
    'samples: characters of the whole text wrong, % (white space removed) / lines found, %',
    ['kind', ...engines.map(([engine]) => engine)],
    [...kinds, 'all'].map((kind) => [
      kind,
      ...engines.map(([, scores]) => {
        const figures = kind === 'all' ? scores.all : scores.kinds[kind]
        return `${percent(figures?.cerNs)} / ${percent(figures?.lineRecall90)}`
      })
    ])
  )
}

function timeTable(results: Results): string {
  const rows = timedRows(results)
  const sizes = [...grouped(rows, (row) => row.size).keys()]
  return table(
    'Warm time, ms (mean over pictures of the best sample)',
    ['engine', ...sizes, 'sum', 'ours / it', 'samples disturbed'],
    [...grouped(rows, (row) => row.engine)].map(([engine, own]) => [
      engine,
      ...sizes.map((size) => {
        const same = own.filter((row) => row.size === size)
        return (sum(same, fastest) / same.length).toFixed(0)
      }),
      sum(own, fastest).toFixed(0),
      wallRatio(results, 'ours', engine)?.toFixed(3) ?? '-',
      String(sum(own, (row) => row.disturbed))
    ])
  )
}

/** Two shares: of the engine's own time, and of the time that the app waits for it. */
function modelTable(results: Results): string {
  const told = timedRows(results).filter((row) => row.model)
  const groups = [['all', told] as const, ...grouped(told, (row) => row.size)]
  const shares = [
    ['of its own time', modelShare],
    ['of the time waited', modelShareOfWall]
  ] as const
  return table(
    'Share of the time inside the networks, %',
    ['engine', 'share', ...groups.map(([size]) => size)],
    [...grouped(told, (row) => row.engine).keys()].flatMap((engine) =>
      shares.map(([title, share]) => [
        engine,
        title,
        ...groups.map(([, rows]) => percent(share(rows.filter((row) => row.engine === engine))))
      ])
    )
  )
}

function coldTable({ cold }: Results): string {
  const pictures = [...grouped(cold, (start) => start.picture).keys()]
  return table(
    'Cold: from the start of the process to the text, ms, best and median; peak memory, MB',
    ['engine', ...pictures],
    [...grouped(cold, (start) => [start.engine, start.variant].filter(Boolean).join(', '))].map(([engine, starts]) => [
      engine,
      ...pictures.map((picture) => {
        const own = starts.filter((start) => start.picture === picture)
        const times = own.map((start) => start.milliseconds).toSorted((left, right) => left - right)
        const peak = Math.max(...own.map((start) => start.memory.all))
        const [best, median] = [times[0], times[Math.floor(times.length / 2)]].map((time) => time?.toFixed(0) ?? '-')
        return `${best} / ${median}, ${peak.toFixed(0)} MB`
      })
    ])
  )
}

function memoryTable({ memory }: Results): string {
  return table(
    'Peak memory over the run, MB',
    ['engine', 'all its processes', 'the largest'],
    Object.entries(memory).map(([engine, { all, largest }]) => [engine, all.toFixed(0), largest.toFixed(0)])
  )
}
