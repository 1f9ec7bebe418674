import { say } from '../saying.ts'

/** Told beside whatever comes of a picture that could not be decoded to its end. */
export const partialPicture = say(
  'The file is damaged or its end is missing: only what could be decoded is in the picture.',
  'picture.partial'
)
