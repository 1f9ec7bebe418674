import { geometricMean, sum } from './figures.ts'
import type { Row, Shown, Way } from './row.ts'

/** A line a picture, and both totals below. */
export function reportOf(rows: readonly Row[], shown: Shown): string {
  const own = rows.filter((row) => row.shown === shown)
  const screens = own.filter((row) => !row.isPhoto)
  const head = [
    'picture',
    'size',
    'ms',
    'bytes',
    'tokens',
    'likeness',
    'sent as',
    'time',
    'processor',
    'bytes',
    'misread'
  ]
  return [
    `## ${shown}`,
    '',
    line(head),
    line(head.map(() => '---')),
    ...own.map(lineOf),
    '',
    `Screens: ${totalsOf(screens)}`,
    `All: ${totalsOf(own)}`,
    ...barsOf(screens)
  ].join('\n')
}

function lineOf(row: Row): string {
  const { original, ours } = row
  return line([
    row.name,
    `${row.width}x${row.height}`,
    `${original.milliseconds.toFixed(1)} → ${ours.milliseconds.toFixed(1)}`,
    `${original.bytes} → ${ours.bytes}`,
    `${countOf(original)} → ${countOf(ours)}`,
    `${decibelsOf(original)} → ${decibelsOf(ours)}`,
    `${ours.fidelity} ${ours.format}`,
    timeRatio(row).toFixed(2),
    processorRatio(row).toFixed(2),
    byteRatio(row).toFixed(2),
    String(ours.misread)
  ])
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function countOf({ tokens }: Way): string {
  return Number.isNaN(tokens) ? 'refused' : String(tokens)
}

function decibelsOf({ likeness }: Way): string {
  if (Number.isNaN(likeness)) return '-'
  return Number.isFinite(likeness) ? `${likeness.toFixed(1)} dB` : 'exact'
}

const timeRatio = ({ original, ours }: Row): number => ours.milliseconds / original.milliseconds
const processorRatio = ({ original, ours }: Row): number => ours.processor / original.processor
const engineRatio = ({ original, ours }: Row): number => ours.engineMilliseconds / original.milliseconds
const byteRatio = ({ original, ours }: Row): number => ours.bytes / original.bytes

function totalsOf(rows: readonly Row[]): string {
  const total = (of: (row: Row) => number): number => sum(rows.map(of))
  const time = total(({ ours }) => ours.milliseconds) / total(({ original }) => original.milliseconds)
  const bytes = total(({ ours }) => ours.bytes) / total(({ original }) => original.bytes)
  const tokens = total(({ ours }) => ours.tokens) / total(({ original }) => original.tokens)
  return [
    `time ${time.toFixed(2)} in total, ${geometricMean(rows.map(timeRatio)).toFixed(2)} in the geometric mean`,
    `processor time ${geometricMean(rows.map(processorRatio)).toFixed(2)}`,
    `time with the way to the engine process and back ${geometricMean(rows.map(engineRatio)).toFixed(2)}`,
    `bytes ${bytes.toFixed(2)} in total, ${geometricMean(rows.map(byteRatio)).toFixed(2)} in the geometric mean`,
    `tokens ${tokens.toFixed(2)}`
  ].join(', ')
}

/** What is wanted of screens: means for time, so that each counts the same, and sums for bytes, which are paid for. */
function barsOf(rows: readonly Row[]): string[] {
  const [time, processor] = [geometricMean(rows.map(timeRatio)), geometricMean(rows.map(processorRatio))]
  const bytes = sum(rows.map(({ ours }) => ours.bytes)) / sum(rows.map(({ original }) => original.bytes))
  const larger = rows.filter((row) => byteRatio(row) > 1).map(({ name }) => name)
  return [
    // Both: on a machine that others use, the clock alone says little.
    bar(
      Math.max(time, processor) <= 1 / 3,
      `at most a third of the time: ${time.toFixed(2)} on the clock, ${processor.toFixed(2)} of the processor`
    ),
    bar(bytes <= 1 / 2, `at most half of the bytes: ${bytes.toFixed(2)}`),
    bar(larger.length === 0, `more bytes for none: ${larger.join(', ') || 'none'}`)
  ]
}

function bar(isMet: boolean, text: string): string {
  return `${isMet ? 'met   ' : 'MISSED'}  ${text}`
}
