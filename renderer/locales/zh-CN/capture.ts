import type { capture as english } from '../en/capture.ts'
import type { Translation } from '../translation.ts'

export const capture: Translation<typeof english> = {}
