import type { Failure, FailureCode } from '../failure.ts'
import type { Language } from './delivery/words.ts'

export interface FailureWords {
  readonly message: string
  readonly advice: string | undefined
}

const tryAgain = '请再试一次，或者先用系统截图，再粘贴到 Glyphlens。'

/** What a capture can end with; it asks nobody and is called off in silence. */
type CaptureCode = Exclude<FailureCode, `vision-${string}` | 'usage' | 'cancelled' | 'capture-quitting'>

const inLibrary = '图片已存入图库，请在那里重试。'
const fetchPack = '请在设置中重新下载，或选择其他模型包。'

const chinese: Readonly<Record<CaptureCode, readonly [message: string, advice: string]>> = {
  'capture-permission': [
    '系统不允许 Glyphlens 查看屏幕。',
    '请在“系统设置 → 隐私与安全性 → 屏幕录制”中允许 Glyphlens，然后重新启动它。'
  ],
  'capture-portal-cancelled': ['没有截图：桌面的选择对话框已关闭。', '请再次截图，并在对话框中选择一个屏幕。'],
  'capture-no-frame': ['无法截取屏幕。', tryAgain],
  'capture-blank': ['截到的屏幕是一片纯色。', '有些程序禁止截图，有些 HDR 屏幕无法截取：请用系统截图，再粘贴。'],
  'capture-display-gone': ['截图过程中有显示器被拔下或改变。', '请在显示器就绪后再截图。'],
  'capture-no-overlay': ['框选界面没有出现。', '请再试一次，或者用快捷键识别整个屏幕。'],
  'capture-no-region': ['没有可以重复的区域。', '先框选一次区域，之后就可以重复。'],
  'capture-no-window': ['光标下没有 Glyphlens 能看到的窗口。', '请把光标移到窗口上，或者改为框选区域。'],
  'capture-crop': ['无法从屏幕中裁出该区域。', '请再截一次。'],
  'capture-hotkey': ['快捷键无法注册，可能已被其他程序占用。', '请在设置中换一个快捷键。'],
  'picture-missing': ['找不到图片。', tryAgain],
  'picture-not-a-file': ['这不是图片文件。', tryAgain],
  'picture-denied': ['没有读取图片的权限。', '请检查数据文件夹的权限。'],
  'picture-empty': ['截图是空的。', tryAgain],
  'picture-format': ['截图的格式无法识别。', tryAgain],
  'picture-damaged': ['截图已损坏。', tryAgain],
  'picture-too-many-pixels': ['截图的像素过多。', '请框选小一点的区域。'],
  'picture-too-many-bytes': ['截图过大。', '请框选小一点的区域。'],
  'picture-download': ['无法下载图片。', '请稍后重试。'],
  'engine-crashed': ['识别引擎中断了。', inLibrary],
  'engine-busy': ['识别引擎正忙。', '图片已存入图库，稍后会在那里识别。'],
  'engine-protocol': ['识别引擎的应答有误。', inLibrary],
  'engine-closed': ['识别引擎已关闭。', '请重新启动 Glyphlens。'],
  'pack-unknown': ['未知的模型包。', fetchPack],
  'pack-missing': ['缺少模型包。', fetchPack],
  'pack-damaged': ['模型包已损坏。', fetchPack],
  'pack-incompatible': ['模型包与当前版本不兼容。', '请选择其他模型包，或更新 Glyphlens。'],
  'pack-download': ['模型包下载失败。', '请检查网络后重试。'],
  'library-damaged': ['图库已损坏。', '请重新启动 Glyphlens，它会尽量恢复。'],
  'library-newer': ['图库来自更新的版本。', '请更新 Glyphlens。'],
  'library-busy': ['图库正被占用。', '请关闭正在使用图库的其他程序后重试。'],
  'library-picture-missing': ['图片已不在图库中。', '请再截一次。'],
  'library-entry-missing': ['截图在识别前已被删除。', '请再截一次。'],
  'library-import': ['无法导入该文件。', '请选择由 Glyphlens 导出的文件。'],
  'settings-damaged': ['设置文件已损坏。', '请重新启动 Glyphlens。'],
  'engine-timeout': ['识别用时过长。', '图片已存入图库，请在那里重试，或者框选小一点的区域。'],
  'engine-out-of-memory': ['识别所需内存过多。', '请框选小一点的区域。'],
  'engine-not-startable': ['识别引擎无法启动。', '请打开“诊断”页面查看原因。'],
  disk: ['无法写入磁盘。', '请检查磁盘空间和数据文件夹的权限。'],
  internal: ['Glyphlens 内部出现问题。', '请再试一次。']
}

/** What a person is told of a failure in a notification, in their language. */
export function failureWords({ code, message, advice }: Failure, language: Language): FailureWords {
  if (language === 'en') return { message, advice }
  const [said, next] = isOfCapture(code) ? chinese[code] : chinese.internal
  return { message: said, advice: next }
}

function isOfCapture(code: FailureCode): code is CaptureCode {
  return Object.hasOwn(chinese, code)
}
