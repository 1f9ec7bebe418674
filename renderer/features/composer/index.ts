export { Composer } from './Composer.tsx'
export { taskIcons } from './icons.ts'
export { askAbout, readAtOnce } from './receive.ts'
