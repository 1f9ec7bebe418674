import type { EngineName } from './engines/list.ts'
import { characterErrors, grouped, modelShare, outOfPlace, timedRows, wallRatio } from './figures.ts'
import type { Results, Row } from './results.ts'

/** What the reader has to reach, and whether it does. `met` is undefined where the run did not measure it. */
export interface Bar {
  readonly title: string
  readonly figure: string
  readonly met: boolean | undefined
}

/** Every bar in a fixed order. */
export function barsOf(results: Results): Bar[] {
  const ours = results.rows.filter((row) => row.engine === 'ours')
  const inSet = (set: string): Row[] => ours.filter((row) => row.set === set)
  const real = results.real.ours?.all
  return [
    ...wallBars(results),
    modelBar(timedRows(results).filter(isOurs)),
    below('Characters wrong, tuning', characterErrors(inSet('tuning')), 0.004),
    below('Characters wrong, held-out', characterErrors(inSet('held-out')), 0.008),
    below('Characters wrong, code of held-out', characterErrors(inSet('held-out').filter(isCode)), 0.025),
    ...categoryBars(results),
    below('Characters out of place, pages', outOfPlace(inSet('pages')), 0.05),
    memoryBar(results.memory.ours?.largest),
    below('Characters wrong in the whole text, samples', real?.cerNs ?? undefined, 0.08),
    above('Lines found, samples', real?.lineRecall90 ?? undefined, 0.94)
  ]
}

function isOurs(row: Row): boolean {
  return row.engine === 'ours'
}

function isCode(row: Row): boolean {
  return row.category === 'code'
}

function wallBars(results: Results): Bar[] {
  const limits = [
    ['tesseract', 0.5],
    ['gutenye', 0.33],
    ['esearch', 0.18]
  ] as const satisfies [EngineName, number][]
  return limits.map(([peer, limit]) => {
    const ratio = wallRatio(results, 'ours', peer)
    return {
      title: `Warm time over that of ${peer}, at most ${limit}`,
      figure: ratio === undefined ? 'not measured' : ratio.toFixed(3),
      met: ratio === undefined ? undefined : ratio <= limit
    }
  })
}

/** The smallest and the largest pictures are named apart: there the rest weighs most. */
function modelBar(rows: readonly Row[]): Bar {
  const bar = above('Share of the time inside the networks', modelShare(rows), 0.88)
  const apart = ['crop', '3840x2160'].flatMap((size) => {
    const share = modelShare(rows.filter((row) => row.size === size))
    return share === undefined ? [] : [`${size} ${points(share)}`]
  })
  return { ...bar, figure: [bar.figure, ...apart].join(', ') }
}

/** In no category of the generated sets more than 0.3 points behind the best peer. */
function categoryBars(results: Results): Bar[] {
  const letters = results.rows.filter((row) => row.set === 'tuning' || row.set === 'held-out')
  return [...grouped(letters, (row) => `${row.set}, ${row.category}`)].map(([name, rows]) => {
    const engines = grouped(rows, (row) => row.engine)
    const own = characterErrors(engines.get('ours') ?? [])
    const peers = [...engines].filter(([engine]) => engine !== 'ours')
    const [best, rate] = peers
      .map(([engine, theirs]) => [engine, characterErrors(theirs)] as const)
      .toSorted((left, right) => left[1] - right[1])[0] ?? ['no peer', Number.NaN]
    const behind = own - rate
    return {
      title: `At most 0.3 points behind the best peer: ${name}`,
      figure: Number.isNaN(behind) ? 'not measured' : `${points(own)} against ${points(rate)} of ${best}`,
      met: Number.isNaN(behind) ? undefined : behind <= 0.003
    }
  })
}

function memoryBar(megabytes: number | undefined): Bar {
  return {
    title: 'Peak memory of the engine, under 600 MB',
    figure: megabytes === undefined ? 'not measured' : `${megabytes.toFixed(0)} MB`,
    met: megabytes === undefined ? undefined : megabytes < 600
  }
}

function below(title: string, share: number | undefined, limit: number): Bar {
  return shareBar(`${title}, at most ${points(limit)}`, share, (value) => value <= limit)
}

function above(title: string, share: number | undefined, limit: number): Bar {
  return shareBar(`${title}, at least ${points(limit)}`, share, (value) => value >= limit)
}

function shareBar(title: string, share: number | undefined, holds: (share: number) => boolean): Bar {
  if (share === undefined || Number.isNaN(share)) return { title, figure: 'not measured', met: undefined }
  return { title, figure: points(share), met: holds(share) }
}

function points(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}
