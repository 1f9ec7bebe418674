import { Failure } from '../failure.ts'
import { saying } from '../saying.ts'

/** The failure of a picture with more than `maximum` bytes. */
export function tooManyBytes(maximum: number): Failure {
  const megabytes = (maximum / 1024 / 1024).toFixed(1)
  return new Failure('picture-too-many-bytes', `The file is larger than ${megabytes} MB, the most that is read.`, {
    advice: 'Save the picture smaller, or as JPEG.',
    saying: saying('picture.bytes', { megabytes: Number(megabytes) })
  })
}
