import type { InferenceSession } from 'onnxruntime-node'
import { Tensor } from 'onnxruntime-node'
import { bestClasses } from './recognise/ctc.ts'

/** Sums the time spent inside the networks, in milliseconds. */
export interface ModelClock {
  model: number
}

/** Text probability of each pixel of `[1, 3, height, width]`, in the same size. */
export type Detector = (values: Float32Array, width: number, height: number, clock: ModelClock) => Promise<Float32Array>

/** The best class and its probability at each of `steps` steps of each line of `[lines, 3, height, width]`. */
export type Recogniser = (
  values: Float32Array,
  shape: { readonly lines: number; readonly height: number; readonly width: number },
  clock: ModelClock
) => Promise<{ classes: ArrayLike<number | bigint>; probabilities: ArrayLike<number>; steps: number }>

export function detectorOf(session: InferenceSession): Detector {
  return async (values, width, height, clock) => {
    const { [session.outputNames[0] as string]: map } = await run(session, values, [1, 3, height, width], clock)
    return map?.data as Float32Array
  }
}

/** Takes a network that answers probabilities `[lines, steps, classes]`, or one that already chose the best. */
export function recogniserOf(session: InferenceSession): Recogniser {
  return async (values, { lines, height, width }, clock) => {
    const answer = await run(session, values, [lines, 3, height, width], clock)
    const { indices, confidences } = answer
    if (indices && confidences) {
      return {
        classes: indices.data as BigInt64Array,
        probabilities: confidences.data as Float32Array,
        steps: indices.dims[1] as number
      }
    }
    const output = answer[session.outputNames[0] as string] as Tensor
    const chosen = bestClasses(output.data as Float32Array, output.dims[2] as number)
    return { classes: chosen.indices, probabilities: chosen.best, steps: output.dims[1] as number }
  }
}

async function run(
  session: InferenceSession,
  values: Float32Array,
  shape: readonly number[],
  clock: ModelClock
): Promise<Readonly<Record<string, Tensor>>> {
  const begin = performance.now()
  const answer = await session.run({ [session.inputNames[0] as string]: new Tensor('float32', values, shape) })
  clock.model += performance.now() - begin
  return answer
}
