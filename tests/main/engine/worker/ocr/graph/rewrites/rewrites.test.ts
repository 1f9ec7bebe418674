import { describe, expect, test } from 'vitest'
import { Network } from '../../../../../../../main/engine/worker/ocr/graph/network.ts'
import { makeNode as node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import type { Node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/model.ts'
import { foldAffine } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/affine.ts'
import { foldBatchNormalisation } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/batch-normalisation.ts'
import { liftConstants } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/constants.ts'
import { removeDead } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/dead.ts'
import { convolveBeforeEnlarging } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/enlarged/convolve.ts'
import {
  foldScaleForward,
  foldShiftForward
} from '../../../../../../../main/engine/worker/ocr/graph/rewrites/forward.ts'
import { shortenGate } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/gate.ts'
import { gateWeights } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/gated-projection.ts'
import { mendHardSwish } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/hard-swish.ts'
import { mergePointwise } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/merge.ts'
import { addReadingHead } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/reading-head.ts'
import type { Rewrite } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/rewrite.ts'
import { shiftByConvolution } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/shift.ts'
import {
  delayShuffle,
  delayShuffleOfConvolution
} from '../../../../../../../main/engine/worker/ocr/graph/rewrites/shuffle/delay.ts'
import { mergeShuffles } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/shuffle/merge.ts'
import { shuffleTransposed } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/shuffle/transposed.ts'
import { constant, copyOf, countOps, largestDifference, modelOf, run, type Sketch } from '../graphs.ts'

interface Case extends Sketch {
  readonly name: string
  readonly rule: Rewrite
  readonly changes: number
  /** Operators of the graph afterwards. */
  readonly ops: Record<string, number>
}

const image = [2, 4, 6, 8]
const pads = (size: number) => ({ pads: { ints: [size, size, size, size] } })
const conv = (input: string, output: string, attributes: Parameters<typeof node>[3] = {}): Node =>
  node('Conv', [input, 'w', 'b'], [output], attributes)
const weights = [constant('w', [4, 4, 3, 3]), constant('b', [4])]
const scalars = [constant('three', [], [3]), constant('six', [], [6]), constant('zero', [], [0])]
const normalisation = [
  constant('gain', [4]),
  constant('shift', [4]),
  constant('mean', [4]),
  constant('variance', [4], [0.5, 1, 1.5, 2])
]
const normalise = (input: string, output: string): Node =>
  node('BatchNormalization', [input, 'gain', 'shift', 'mean', 'variance'], [output], { epsilon: { float: 1e-5 } })
const hardSwish = (input: string, output: string): Node[] => [
  node('Add', [input, 'three'], ['a']),
  node('Clip', ['a', 'zero', 'six'], ['c']),
  node('Mul', [input, 'c'], ['m']),
  node('Div', ['m', 'six'], [output])
]

const enlarge = { strides: { ints: [2, 2] }, kernel_shape: { ints: [2, 2] } }
const shuffle = (input: string, output: string, size = 2): Node =>
  node('DepthToSpace', [input], [output], { blocksize: { int: size } })
const squeeze = [
  node('GlobalAveragePool', ['x'], ['p']),
  node('Conv', ['p', 'v'], ['e']),
  node('HardSigmoid', ['e'], ['g'])
]

const projected = [
  node('Conv', ['x', 'few'], ['p']),
  node('GlobalAveragePool', ['p'], ['q']),
  node('Conv', ['q', 'v'], ['e']),
  node('HardSigmoid', ['e'], ['g']),
  node('Add', ['g', 'one'], ['o']),
  node('Mul', ['p', 'o'], ['y'])
]
const modes = { mode: 'nearest', coordinate_transformation_mode: 'asymmetric', nearest_mode: 'floor' }
const repeat = (input: string, factors: string, output: string): Node => ({
  ...node('Resize', [input, 'none', factors], [output]),
  attribute: Object.entries(modes).map(([name, mode]) => ({ name, type: 3, s: Buffer.from(mode) }))
})
const average = (side: number) => ({ kernel_shape: { ints: [side, side] }, strides: { ints: [side, side] } })
/** Three images of 3, 2 and 4 channels; the first two from a quarter and from half the size. */
const enlargedParts = [
  node('Conv', ['x', 'w', 'b'], ['l'], pads(1)),
  node('AveragePool', ['l'], ['l2'], average(2)),
  node('AveragePool', ['l2'], ['l4'], average(2)),
  node('Conv', ['l4', 'w4'], ['c4']),
  node('Conv', ['l2', 'w2'], ['c2']),
  repeat('c4', 'by4', 'e4'),
  repeat('c2', 'by2', 'e2')
]
const pyramid = [
  ...weights,
  constant('w4', [3, 4, 1, 1]),
  constant('w2', [2, 4, 1, 1]),
  constant('by4', [4], [1, 1, 4, 4]),
  constant('by2', [4], [1, 1, 2, 2]),
  constant('none', [0])
]

const cases: readonly Case[] = [
  {
    name: 'a normalisation moves into the convolution before it',
    rule: foldBatchNormalisation,
    input: image,
    nodes: [conv('x', 'c'), normalise('c', 'y')],
    constants: [...weights, ...normalisation],
    changes: 1,
    ops: { Conv: 1 }
  },
  {
    name: 'a normalisation moves into a transposed convolution in groups',
    rule: foldBatchNormalisation,
    input: image,
    nodes: [
      node('ConvTranspose', ['x', 'w'], ['c'], { group: { int: 2 }, strides: { ints: [2, 2] } }),
      normalise('c', 'y')
    ],
    constants: [constant('w', [4, 2, 2, 2]), ...normalisation],
    changes: 1,
    ops: { ConvTranspose: 1 }
  },
  {
    name: 'a normalisation stays when the convolution has another reader',
    rule: foldBatchNormalisation,
    input: image,
    nodes: [conv('x', 'c'), normalise('c', 'n'), node('Add', ['c', 'n'], ['y'])],
    constants: [...weights, ...normalisation],
    changes: 0,
    ops: { Conv: 1, BatchNormalization: 1, Add: 1 }
  },
  {
    name: 'a normalisation stays behind anything but a convolution',
    rule: foldBatchNormalisation,
    input: image,
    nodes: [node('Relu', ['x'], ['r']), normalise('r', 'y')],
    constants: normalisation,
    changes: 0,
    ops: { Relu: 1, BatchNormalization: 1 }
  },
  {
    name: 'factor and shift move into the convolution, on whichever side they stand',
    rule: foldAffine,
    input: image,
    nodes: [conv('x', 'c'), node('Mul', ['k', 'c'], ['m']), node('Add', ['m', 't'], ['y'])],
    constants: [...weights, constant('k', [1], [1.7]), constant('t', [1, 4, 1, 1])],
    changes: 2,
    ops: { Conv: 1 }
  },
  {
    name: 'a shift by channel moves into a transposed convolution',
    rule: foldAffine,
    input: image,
    nodes: [node('ConvTranspose', ['x', 'w'], ['c'], { strides: { ints: [2, 2] } }), node('Add', ['c', 't'], ['y'])],
    constants: [constant('w', [4, 3, 2, 2]), constant('t', [1, 3, 1, 1])],
    changes: 1,
    ops: { ConvTranspose: 1 }
  },
  {
    name: 'a constant along the width is not one by channel',
    rule: foldAffine,
    input: [1, 4, 6, 4],
    nodes: [conv('x', 'c', pads(1)), node('Mul', ['c', 'k'], ['y'])],
    constants: [...weights, constant('k', [4])],
    changes: 0,
    ops: { Conv: 1, Mul: 1 }
  },
  {
    name: 'the sum of two convolutions is not a shift',
    rule: foldAffine,
    input: image,
    nodes: [conv('x', 'c'), conv('x', 'd'), node('Add', ['c', 'd'], ['y'])],
    constants: weights,
    changes: 0,
    ops: { Conv: 2, Add: 1 }
  },
  {
    name: 'hard-swish becomes two nodes',
    rule: mendHardSwish,
    input: image,
    nodes: hardSwish('x', 'y'),
    constants: scalars,
    changes: 1,
    ops: { HardSigmoid: 1, Mul: 1 }
  },
  {
    name: 'hard-swish with the limits as attributes becomes two nodes',
    rule: mendHardSwish,
    opset: 10,
    input: image,
    nodes: hardSwish('x', 'y').map((part) =>
      part.opType === 'Clip' ? node('Clip', ['a'], ['c'], { min: { float: 0 }, max: { float: 6 } }) : part
    ),
    constants: scalars,
    changes: 1,
    ops: { HardSigmoid: 1, Mul: 1 }
  },
  {
    name: 'a clip at 5 is not hard-swish',
    rule: mendHardSwish,
    input: image,
    nodes: hardSwish('x', 'y').map((part) =>
      part.opType === 'Clip' ? node('Clip', ['a', 'zero', 'five'], ['c']) : part
    ),
    constants: [...scalars, constant('five', [], [5])],
    changes: 0,
    ops: { Add: 1, Clip: 1, Mul: 1, Div: 1 }
  },
  {
    name: 'a gate that is read elsewhere too is left alone',
    rule: mendHardSwish,
    input: image,
    nodes: [...hardSwish('x', 'h'), node('Add', ['h', 'c'], ['y'])],
    constants: scalars,
    changes: 0,
    ops: { Add: 2, Clip: 1, Mul: 1, Div: 1 }
  },
  {
    name: 'a factor moves into all convolutions behind it, padded or not',
    rule: foldScaleForward,
    input: image,
    nodes: [
      node('Mul', ['k', 'x'], ['m']),
      conv('m', 'c', pads(1)),
      node('Conv', ['m', 'v'], ['d'], { ...pads(1), group: { int: 4 } }),
      node('Add', ['c', 'd'], ['y'])
    ],
    constants: [...weights, constant('v', [4, 1, 3, 3]), constant('k', [1], [0.3])],
    changes: 1,
    ops: { Conv: 2, Add: 1 }
  },
  {
    name: 'a factor stays when something else reads its result',
    rule: foldScaleForward,
    input: image,
    nodes: [node('Mul', ['k', 'x'], ['m']), conv('m', 'c', pads(1)), node('Add', ['c', 'm'], ['y'])],
    constants: [...weights, constant('k', [1], [0.3])],
    changes: 0,
    ops: { Mul: 1, Conv: 1, Add: 1 }
  },
  {
    name: 'a shift moves into a convolution without padding',
    rule: foldShiftForward,
    input: image,
    nodes: [node('Add', ['x', 't'], ['s']), conv('s', 'y')],
    constants: [...weights, constant('t', [1], [0.7])],
    changes: 1,
    ops: { Conv: 1 }
  },
  {
    name: 'a shift stays before a convolution with padding',
    rule: foldShiftForward,
    input: image,
    nodes: [node('Add', ['x', 't'], ['s']), conv('s', 'y', pads(1))],
    constants: [...weights, constant('t', [1], [0.7])],
    changes: 0,
    ops: { Add: 1, Conv: 1 }
  },
  {
    name: 'factor and shift before a padded convolution become a convolution of their own',
    rule: shiftByConvolution,
    input: image,
    nodes: [
      conv('x', 'c'),
      node('Relu', ['c'], ['r']),
      node('Mul', ['r', 'k'], ['m']),
      node('Add', ['t', 'm'], ['s']),
      conv('s', 'y', pads(1))
    ],
    constants: [...weights, constant('k', [1], [1.3]), constant('t', [1], [0.7])],
    changes: 1,
    ops: { Conv: 3, Relu: 1 }
  },
  {
    name: 'a lone shift behind hard-swish becomes a convolution, whoever reads it',
    rule: shiftByConvolution,
    input: image,
    nodes: [
      conv('x', 'c'),
      node('HardSigmoid', ['c'], ['g']),
      node('Mul', ['c', 'g'], ['h']),
      node('Add', ['h', 't'], ['y'])
    ],
    constants: [...weights, constant('t', [1], [0.7])],
    changes: 1,
    ops: { Conv: 2, HardSigmoid: 1, Mul: 1 }
  },
  {
    name: 'a shift of something with an unknown number of channels stays',
    rule: shiftByConvolution,
    input: image,
    nodes: [node('Add', ['x', 't'], ['y'])],
    constants: [constant('t', [1], [0.7])],
    changes: 0,
    ops: { Add: 1 }
  },
  {
    name: 'a gated image is added to itself by opening the gate',
    rule: shortenGate,
    input: image,
    nodes: [...squeeze, node('Mul', ['x', 'g'], ['m']), node('Add', ['m', 'x'], ['y'])],
    constants: [constant('v', [4, 4, 1, 1])],
    changes: 1,
    ops: { GlobalAveragePool: 1, Conv: 1, HardSigmoid: 1, Add: 1, Mul: 1 }
  },
  {
    name: 'a gated image is not added to another one',
    rule: shortenGate,
    input: image,
    nodes: [...squeeze, node('Mul', ['x', 'g'], ['m']), node('Relu', ['x'], ['r']), node('Add', ['m', 'r'], ['y'])],
    constants: [constant('v', [4, 4, 1, 1])],
    changes: 0,
    ops: { GlobalAveragePool: 1, Conv: 1, HardSigmoid: 1, Add: 1, Mul: 1, Relu: 1 }
  },
  {
    name: 'two 1x1 convolutions become one',
    rule: mergePointwise,
    input: image,
    nodes: [node('Conv', ['x', 'v', 'b'], ['c']), node('Conv', ['c', 'u'], ['y'])],
    constants: [constant('v', [4, 4, 1, 1]), constant('b', [4]), constant('u', [3, 4, 1, 1])],
    changes: 1,
    ops: { Conv: 1 }
  },
  {
    name: 'a narrow waist between two 1x1 convolutions is cheaper as it is',
    rule: mergePointwise,
    input: image,
    nodes: [node('Conv', ['x', 'v'], ['c']), node('Conv', ['c', 'u'], ['y'])],
    constants: [constant('v', [1, 4, 1, 1]), constant('u', [4, 1, 1, 1])],
    changes: 0,
    ops: { Conv: 2 }
  },
  {
    name: 'a transposed convolution without overlap becomes a 1x1 convolution and a shuffle',
    rule: shuffleTransposed,
    input: image,
    nodes: [node('ConvTranspose', ['x', 'v', 'c'], ['y'], enlarge)],
    constants: [constant('v', [4, 3, 2, 2]), constant('c', [3])],
    changes: 1,
    ops: { Conv: 1, DepthToSpace: 1 }
  },
  {
    name: 'a transposed convolution with overlap stays',
    rule: shuffleTransposed,
    input: image,
    nodes: [node('ConvTranspose', ['x', 'v'], ['y'], { strides: { ints: [2, 2] } })],
    constants: [constant('v', [4, 3, 3, 3])],
    changes: 0,
    ops: { ConvTranspose: 1 }
  },
  {
    name: 'a transposed convolution in groups stays',
    rule: shuffleTransposed,
    input: image,
    nodes: [node('ConvTranspose', ['x', 'v'], ['y'], { ...enlarge, group: { int: 2 } })],
    constants: [constant('v', [4, 2, 2, 2])],
    changes: 0,
    ops: { ConvTranspose: 1 }
  },
  {
    name: 'a shuffle waits for a pointwise operator',
    rule: delayShuffle,
    input: image,
    nodes: [shuffle('x', 's'), node('Sigmoid', ['s'], ['y'])],
    changes: 1,
    ops: { Sigmoid: 1, DepthToSpace: 1 }
  },
  {
    name: 'a shuffle in the newer order of channels is left alone',
    rule: delayShuffle,
    input: image,
    nodes: [
      {
        ...shuffle('x', 's'),
        attribute: [...shuffle('x', 's').attribute, { name: 'mode', type: 3, s: Buffer.from('CRD') }]
      },
      node('Sigmoid', ['s'], ['y'])
    ],
    changes: 0,
    ops: { Sigmoid: 1, DepthToSpace: 1 }
  },
  {
    name: 'a shuffle waits for a 1x1 convolution',
    rule: delayShuffleOfConvolution,
    input: [2, 8, 3, 5],
    nodes: [shuffle('x', 's'), node('Conv', ['s', 'v', 'c'], ['y'])],
    constants: [constant('v', [3, 2, 1, 1]), constant('c', [3])],
    changes: 1,
    ops: { Conv: 1, DepthToSpace: 1 }
  },
  {
    name: 'a shuffle does not wait for a convolution that looks at neighbours',
    rule: delayShuffleOfConvolution,
    input: [2, 8, 3, 5],
    nodes: [shuffle('x', 's'), node('Conv', ['s', 'v'], ['y'])],
    constants: [constant('v', [3, 2, 3, 3])],
    changes: 0,
    ops: { Conv: 1, DepthToSpace: 1 }
  },
  {
    name: 'two shuffles of different size become one',
    rule: mergeShuffles,
    input: image,
    nodes: [
      node('Conv', ['x', 'v', 'c'], ['a']),
      node('Relu', ['a'], ['r']),
      shuffle('r', 's', 3),
      shuffle('s', 'y', 2)
    ],
    constants: [constant('v', [72, 4, 1, 1]), constant('c', [72])],
    changes: 1,
    ops: { Conv: 1, Relu: 1, DepthToSpace: 1 }
  },
  {
    name: 'a gate moves into the weights that make many channels of few',
    rule: gateWeights,
    input: [2, 2, 5, 7],
    nodes: projected,
    constants: [constant('few', [6, 2, 1, 1]), constant('v', [6, 6, 1, 1]), constant('one', [1], [1])],
    changes: 1,
    ops: {
      GlobalAveragePool: 1,
      Conv: 2,
      HardSigmoid: 1,
      Add: 1,
      Mul: 1,
      MatMul: 1,
      Reshape: 3,
      Shape: 1,
      Gather: 2,
      Concat: 1
    }
  },
  {
    name: 'a gate stays where as many channels come in as go out',
    rule: gateWeights,
    input: [2, 6, 5, 7],
    nodes: projected,
    constants: [constant('few', [6, 6, 1, 1]), constant('v', [6, 6, 1, 1]), constant('one', [1], [1])],
    changes: 0,
    ops: { GlobalAveragePool: 1, Conv: 2, HardSigmoid: 1, Add: 1, Mul: 1 }
  },
  {
    name: 'enlarged images are convolved at half the size',
    rule: convolveBeforeEnlarging,
    input: [2, 4, 8, 12],
    nodes: [
      ...enlargedParts,
      node('Concat', ['e4', 'e2', 'l'], ['j'], { axis: { int: 1 } }),
      node('Conv', ['j', 'k', 'b'], ['y'], pads(1))
    ],
    constants: [...pyramid, constant('k', [4, 9, 3, 3])],
    changes: 1,
    ops: { Conv: 5, Resize: 1, Concat: 3, Slice: 4, DepthToSpace: 1, Add: 1, AveragePool: 2 }
  },
  {
    name: 'enlarged images stay before a convolution with another stride',
    rule: convolveBeforeEnlarging,
    input: [2, 4, 8, 12],
    nodes: [
      ...enlargedParts,
      node('Concat', ['e4', 'e2', 'l'], ['j'], { axis: { int: 1 } }),
      node('Conv', ['j', 'k', 'b'], ['y'], { ...pads(1), strides: { ints: [2, 2] } })
    ],
    constants: [...pyramid, constant('k', [4, 9, 3, 3])],
    changes: 0,
    ops: { Conv: 4, Resize: 2, Concat: 1, AveragePool: 2 }
  },
  {
    name: 'constants become initializers',
    rule: liftConstants,
    input: image,
    nodes: [
      { ...node('Constant', [], ['k']), attribute: [{ name: 'value', type: 4, t: constant('', [1], [2]) }] },
      node('Mul', ['x', 'k'], ['y'])
    ],
    changes: 1,
    ops: { Mul: 1 }
  },
  {
    name: 'what no output needs is removed: two nodes and a constant',
    rule: removeDead,
    input: image,
    nodes: [node('Relu', ['x'], ['y']), node('Mul', ['x', 'k'], ['a']), node('Relu', ['a'], ['b'])],
    constants: [constant('k', [1], [2])],
    changes: 3,
    ops: { Relu: 1 }
  }
]

describe('rewrites', () => {
  test.each(cases)('$name', async ({ rule, changes, ops, input, ...sketch }) => {
    const original = modelOf({ input, ...sketch })
    const rewritten = copyOf(original)
    expect(rule(new Network(rewritten))).toBe(changes)
    expect(countOps(rewritten)).toEqual(ops)
    const expected = await run(original, input)
    const actual = await run(rewritten, input)
    expect(largestDifference(expected['y'] ?? [], actual['y'] ?? [])).toBeLessThan(1e-5)
  })

  test.each([1, 7, 12, 53 * 125])(
    'the reading head finds the best of %i classes and its probability',
    async (classes) => {
      const input = [2, 5, classes]
      const nodes = [node('Softmax', ['x'], ['y'], { axis: { int: 2 } })]
      const original = modelOf({ input, nodes, outputs: { y: [0, 0, classes] } })
      const rewritten = copyOf(original)
      expect(addReadingHead(new Network(rewritten))).toBe(1)
      const { y = [] } = await run(original, input)
      const { indices = [], confidences = [] } = await run(rewritten, input)
      const rows = Array.from({ length: 10 }, (_, step) => y.slice(step * classes, (step + 1) * classes))
      expect(indices).toEqual(rows.map((row) => row.indexOf(Math.max(...row))))
      const best = rows.map((row) => Math.max(...row))
      expect(largestDifference(best, confidences)).toBeLessThan(1e-5)
    }
  )

  test.each([9, 13, 18, 21])('the reading head is valid in version %i of the operators', async (opset) => {
    const nodes = [node('Softmax', ['x'], ['y'], { axis: { int: 2 } })]
    const model = modelOf({ input: [2, 5, 12], nodes, outputs: { y: [0, 0, 12] }, opset })
    addReadingHead(new Network(model))
    expect((await run(model, [2, 5, 12]))['indices']).toHaveLength(10)
  })

  test('of two classes that are equally likely the reading head takes the first, as a search would', async () => {
    const input = [1, 1, 6]
    const nodes = [
      node('Mul', ['x', 'none'], ['flat']),
      node('Add', ['flat', 'scores'], ['s']),
      node('Softmax', ['s'], ['y'], { axis: { int: 2 } })
    ]
    // As a table of two rows: the maximum stands at the end of the first row and at the start of the second.
    const constants = [constant('none', [1], [0]), constant('scores', [6], [0, 0, 2, 2, 0, 0])]
    const model = modelOf({ input, nodes, constants, outputs: { y: [0, 0, 6] } })
    addReadingHead(new Network(model))
    expect(await run(model, input)).toMatchObject({ indices: [2] })
  })

  test.each<[string, Node, number[]]>([
    ['without a softmax at the end', node('Relu', ['x'], ['y']), [0, 0, 7]],
    ['along another axis', node('Softmax', ['x'], ['y'], { axis: { int: 1 } }), [0, 0, 7]],
    ['of an unknown number of classes', node('Softmax', ['x'], ['y'], { axis: { int: 2 } }), [0, 0, 0]]
  ])('there is no reading head %s', (_, last, sizes) => {
    const model = modelOf({ input: [2, 5, 7], nodes: [last], outputs: { y: sizes } })
    expect(addReadingHead(new Network(model))).toBe(0)
    expect(model.graph.output.map((output) => output.name)).toEqual(['y'])
  })
})
