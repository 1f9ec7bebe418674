import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { answerTo, stage, staging, unheard } from './runtime.ts'

class NativeTheme
  extends EventEmitter
  implements
    Pick<
      Electron.NativeTheme,
      | 'themeSource'
      | 'shouldUseDarkColors'
      | 'shouldUseHighContrastColors'
      | 'shouldUseInvertedColorScheme'
      | 'inForcedColorsMode'
      | 'prefersReducedTransparency'
      | 'shouldDifferentiateWithoutColor'
    >
{
  readonly shouldUseInvertedColorScheme = false
  readonly inForcedColorsMode = false
  readonly prefersReducedTransparency = false
  readonly shouldDifferentiateWithoutColor = false
  #source: 'system' | 'light' | 'dark' = 'system'
  #isDark = staging.isDark ?? false
  #isHighContrast = staging.isHighContrast ?? false

  get themeSource(): 'system' | 'light' | 'dark' {
    return this.#source
  }
  set themeSource(source) {
    this.#source = source
    this.#tell()
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#isDark : this.#source === 'dark'
  }
  get shouldUseHighContrastColors(): boolean {
    return this.#isHighContrast
  }
  /** The system's own setting changes. */
  system(isDark: boolean, isHighContrast: boolean): void {
    this.#isDark = isDark
    this.#isHighContrast = isHighContrast
    this.#tell()
  }
  #tell(): void {
    unheard(stage.theme(this.#source, this.shouldUseDarkColors, this.#isHighContrast))
    this.emit('updated')
  }
}

export const nativeTheme = new NativeTheme()
answerTo({ theme: (isDark, isHighContrast) => nativeTheme.system(isDark, isHighContrast) })
