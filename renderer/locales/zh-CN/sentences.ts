import type { Sentences } from '../sentences.ts'
import { calls } from './calls.ts'

const reenter = '请重新输入密钥。'
const chooseOther = '请选择其他组合键。'
const letIn = '请退出并重新启动应用，在系统询问钥匙串时选择“始终允许”。'
const unlock = '请解锁密钥环或重新登录，然后重新启动应用；已保存的密钥仍在。'
const addressForm = '地址以 http:// 或 https:// 开头，多数以 /v1 结尾，例如 http://localhost:8000/v1。'
const copyKey = '请从服务商页面重新复制，且只粘贴密钥。'
const chooseEmpty = '请选择一个空文件夹，或新建一个。'
const openInBrowser = '请用浏览器下载图片，再打开该文件。'

/** Main's sentences in Simplified Chinese. */
export const sentences: Sentences = {
  ...calls,

  'answer.cut-off': () => ['回答达到长度上限或连接中断，结尾缺失。'],
  'answer.only-thinking': () => ['回答中只有思考过程，没有内容。'],
  'answer.repeated-lines': ({ count }) => [`模型出现重复，已省略结尾 ${count} 行重复内容。`],
  'answer.code-joined': () => ['模型给出了多段代码，已合并。'],
  'answer.repaired': () => ['回答不是有效的 JSON，已修复。'],
  'answer.data-ended': () => ['数据中途结束。'],
  'answer.list-ended': () => ['列表中途结束，最后一项可能缺失。'],
  'answer.no-table': () => ['回答中没有表格。'],
  'answer.tables-left-out': ({ count }) => [`另有 ${count} 个表格未保留。`],
  'answer.no-chart': () => ['回答中没有图表数据。'],
  'answer.several-charts': () => ['回答中有多个图表，已取第一个。'],
  'answer.table-for-chart': () => ['模型以表格代替了图表数据。'],
  'answer.no-boxes': () => ['回答中没有可用的框。'],
  'answer.boxes-picked-out': () => ['回答不是有效的 JSON，已逐个提取其中的框。'],
  'answer.unusable-boxes': ({ count }) => [`已忽略 ${count} 项没有可用框的内容。`],
  'answer.points': ({ count }) => [`已忽略 ${count} 个点，只保留框。`],
  'answer.flat-boxes': ({ count }) => [`已忽略 ${count} 个面积为零的框。`],
  'answer.outside-boxes': ({ count }) => [`已忽略 ${count} 个图片之外的框。`],
  'answer.even-boxes': ({ count }) => [`有 ${count} 个大小相同的框等距排列，模型可能只是在推算。`],
  'answer.repeated-boxes': ({ count }) => [`已忽略 ${count} 个重复的框。`],
  'answer.most-boxes': ({ count }) => [`只保留了前 ${count} 个框。`],

  'sent.small-text': ({ pixels, inParts }) => [
    `图片过大：12 像素高的文字发送后只有 ${pixels} 像素，模型难以辨认。`,
    inParts ? '请裁剪出需要的部分。' : '请分块发送，或裁剪出需要的部分。'
  ],
  'sent.without-text': () => ['未能在本机识别文字，因此只发送图片。'],
  'sent.key-elsewhere': ({ provider, host }) => [`${provider} 的密钥将发送到 ${host}。`],
  'sent.other-model': ({ wanted, asked }) => [`模型“${wanted}”不可用，已改用“${asked}”。`],
  'sent.smaller': ({ pixels }) => [`服务商拒绝了图片的尺寸，已缩小到边长不超过 ${pixels} 像素后发送。`],
  'sent.estimated': ({ count }) => [`以上为 ${count} 张图片的估算值，依据其中一张得出。`],
  'sent.parts': ({ count, most }) => [
    `按原尺寸发送需分成 ${count} 块，最多允许 ${most} 块。`,
    '请裁剪出需要的部分，或整张发送。'
  ],

  'address.shortened': () => ['已去掉地址中“?”或“#”之后的部分。'],
  'address.unencrypted': () => ['地址以 http:// 开头：图片和密钥以明文传输，可能被他人看到。'],
  'address.usual': ({ address }) => [`该服务的地址通常为 ${address}。`],
  'address.without-version': () => ['多数服务的地址以 /v1 结尾。'],
  'address.missing': () => ['缺少服务地址。', addressForm],
  'address.blanks': () => ['服务地址中有空格或反斜杠。', addressForm],
  'address.password': () => ['服务地址中含有用户名或密码。', '请去掉；密钥有单独的输入框。'],
  'address.stray-openai': ({ provider }) => [
    `该地址属于 OpenAI，但所选服务商是 ${provider}。`,
    '请将服务商改为 OpenAI，或将地址留空。'
  ],

  'key.none': ({ provider, page }) => [
    `${provider} 需要密钥，但尚未设置。`,
    page === '' ? '请向服务商获取密钥，并在“设置 › 服务商”中添加。' : `请在 ${page} 获取，并在“设置 › 服务商”中添加。`
  ],
  'key.not-given': () => ['没有输入密钥。', '请粘贴密钥。'],
  'key.prefix': ({ provider, prefix }) => [`${provider} 的密钥以“${prefix}”开头，而这个不是：它可能属于其他服务商。`],
  'key.plausible': ({ provider }) => [`看起来是 ${provider} 的密钥。`],
  'key.address': () => ['这是网址，不是密钥。', copyKey],
  'key.too-long': () => ['内容过长，不是密钥。', copyKey],
  'key.blanks': () => ['密钥中有空格：可能多复制或少复制了内容。', copyKey],
  'key.characters': () => ['密钥中含有不应出现的字符。', copyKey],
  'key.nothing': () => [''],
  'key.removed': ({ provider }) => [`已移除 ${provider} 的密钥。`],
  'key.still-there': ({ provider, variable }) => [
    `${provider} 还有另一个密钥在使用。`,
    variable === '' ? '请将它一并移除。' : `请从应用的环境中去掉变量 ${variable}。`
  ],
  'key.not-there': ({ provider }) => [`没有保存 ${provider} 的密钥。`],
  'key.environment': ({ variable }) => [`密钥来自环境变量 ${variable}，优先于已保存的密钥。`],
  'key.until-quit': () => ['密钥仅保留到退出应用。'],
  'key.ready': () => ['密钥已就绪。'],
  'key.all-ready': () => ['所有已保存的密钥均已就绪。'],
  'key.none-stored': () => ['没有已保存的密钥。'],
  'key.unprotected': () => ['已按您的同意，在没有保护的情况下保存密钥。'],
  'key.file': () => [
    '密钥位于命令行的密钥文件中，未加密。',
    '请在此处再次输入，由系统加密保存；然后用“glyphlens keys remove”移除文件中的密钥。'
  ],
  'key.not-written': () => ['密钥未能保存，仅保留到退出应用。', '请检查数据文件夹的权限和磁盘空间。'],
  'key.stored': ({ place }) => [
    {
      keychain: '密钥已保存，由钥匙串中的密钥加密。',
      account: '密钥已保存，以您的 Windows 账户加密；您运行的程序仍可读取。',
      keyring: '密钥已保存，由密钥环中的密钥加密。'
    }[place]
  ],
  'key.no-keyring': ({ canAccept }) => [
    '密钥仅保留到退出应用：系统没有密钥环来保护它。',
    canAccept
      ? '请解锁或安装密钥环（GNOME Keyring、KWallet），或同意在没有保护的情况下保存。'
      : '请解锁或安装密钥环（GNOME Keyring、KWallet），然后重新输入密钥。'
  ],
  'key.kept-denied': () => ['密钥仅保留到退出应用：钥匙串未允许本应用访问。', letIn],
  'key.kept-unavailable': () => ['密钥仅保留到退出应用：系统的密钥保护没有回应。', unlock],
  'key.kept-unproved': () => [
    '密钥仅保留到退出应用：系统加密后的内容无法再解密。',
    '请重新启动应用并再次输入密钥；如仍出现，请检查系统的密钥环。'
  ],
  'key.re-encrypted': () => ['密钥已就绪，并已按系统要求重新加密。'],
  'key.re-encryption-put-off': () => ['密钥已就绪；系统要求的重新加密将稍后再试。'],
  'key.denied': () => ['密钥已保存，但钥匙串未允许本应用访问。', letIn],
  'key.unavailable': () => ['密钥已保存，但系统的密钥保护没有回应。', unlock],
  'key.changed-backend': ({ from, to }) => [
    `密钥已保存，但由${backend(from)}加密，而现在使用的是${backend(to)}。`,
    '请回到原来的桌面或密钥环并重新启动应用，或重新输入密钥。'
  ],
  'key.damaged': () => ['密钥已保存，但现在无法解密。', `${reenter}如果密钥环曾被恢复或替换，恢复原状后仍可打开。`],
  'key.newer': () => ['密钥由更新版本的应用保存，当前版本无法读取。', '请重新安装新版本，或重新输入密钥。'],
  'model.none-chosen': ({ provider }) => [`尚未为 ${provider} 选择模型。`, '请在设置中从模型列表选择。'],
  'provider.unknown': () => ['未知的服务商。', '请在设置中选择服务商。'],

  'hotkey.system': () => ['该组合键由系统保留，可能不会生效。', chooseOther],
  'hotkey.typing': () => ['输入文字需要这个键；现在它在所有程序中都会触发截图。', chooseOther],
  'hotkey.everyday': () => ['各程序都使用该组合键；现在它会触发截图。', chooseOther],
  'hotkey.character': () => ['该组合键在某些键盘上用于输入字符。', chooseOther],
  'hotkey.unknown-key': ({ key }) => [`没有名为“${key}”的键。`, chooseOther],
  'hotkey.foreign-key': ({ key }) => [`此系统没有名为“${key}”的键。`, chooseOther],
  'hotkey.several-keys': () => ['除 Control、Shift 等修饰键外，快捷键只能有一个键。', chooseOther],
  'hotkey.no-key': () => ['除 Control、Shift 等修饰键外，快捷键还需要一个键。', chooseOther],
  'hotkey.none': () => ['这不是快捷键。', chooseOther],
  'hotkey.twice': () => ['两种截图使用了相同的快捷键。', chooseOther],
  'hotkey.taken': ({ keys }) => [
    `快捷键 ${keys} 注册失败，可能已被其他程序占用。`,
    '请在设置中选择其他组合键，或在占用它的程序中释放。'
  ],
  'hotkey.not-given': (way) => ['桌面未向 Glyphlens 提供该快捷键。', bindAdvice(way)],
  'hotkey.unproven': (way) => ['已注册，但系统未说明是否生效。', bindAdvice(way)],

  'library.as-it-is': () => ['图库文件夹不可写，只能查看：不会保存新内容，最近的修改可能缺失。'],
  'library.rebuilt': ({ aside }) => [
    aside === '' ? '图库的数据库缺失，已重新建立。' : `图库的数据库已损坏，已重新建立。损坏的数据库保留在 ${aside}。`
  ],
  'library.saved': ({ saved, restored, adopted }) => [
    `从中恢复了 ${saved} 个条目，从备份恢复了 ${restored} 个，另有 ${adopted} 张没有条目的图片重新成为条目。`
  ],
  'library.database': ({ words }) => [`数据库已损坏，下次启动时会修复。SQLite 报告：“${words}”。`],
  'library.missing': ({ count }) => [`缺少 ${count} 张图片：文件已被删除。`],
  'library.changed': ({ count }) => [`有 ${count} 张图片的文件被改动。`],
  'library.stray-files': ({ count, removed }) => [
    removed ? `已移除 ${count} 个无用的文件。` : `有 ${count} 个文件不再需要，可以移除。`
  ],
  'library.stray-pictures': ({ count, removed }) => [
    removed ? `已移除 ${count} 张无用的图片。` : `有 ${count} 张图片不属于任何条目，可以移除。`
  ],
  'library.no-such-page': () => ['找不到这一页。', '请从第一页重新开始。'],
  'library.no-such-search': () => ['无法执行该搜索。', '请更改搜索词或筛选条件。'],
  'library.no-pdf': () => ['此处无法生成 PDF。', '请选择其他格式。'],
  'library.one-by-one': () => ['文字只能逐条编辑。', '请只选择一个条目。'],
  'library.nothing-located': () => ['所选条目中没有可导出的框。', '请选择已定位出内容的条目。'],
  'library.no-room': () => ['图库所在磁盘空间不足。', '请清理磁盘空间：已保存的内容都在，工作会从中断处继续。'],
  'library.cannot-search': () => ['当前 Node 的 SQLite 不支持全文搜索。', '请使用官方构建的 Node 22.18 或更高版本。'],
  'library.not-there': ({ folder }) => [
    `图库不在原来的位置 ${folder}。`,
    '请连接它所在的磁盘并重新启动应用，或在设置中选择它的文件夹。'
  ],
  'library.being-opened': () => ['图库仍在打开。', '请稍后再试：意外退出后会先检查整个图库，图库较大时会花一些时间。'],
  'library.being-moved': () => ['正在移动图库。', '请等待移动完成。'],
  'library.used-elsewhere': () => [
    'Glyphlens 的一个命令正在使用图库，现在无法移动。',
    '请等待它结束或将其结束，然后重试。'
  ],
  'library.copy-not-whole': () => [
    '图库的副本不完整，因此图库留在原处。',
    '请检查新文件夹所在的磁盘，或选择其他文件夹。'
  ],
  'library.left-behind': ({ folder }) => [
    `图库已移动，但无法移除原来的文件夹 ${folder}。`,
    '其中的内容不再使用，请自行删除。'
  ],
  'library.place-same': () => ['图库已经在这个文件夹中。', chooseEmpty],
  'library.place-inside': () => ['这个文件夹属于图库本身。', chooseEmpty],
  'library.place-foreign': () => ['这个文件夹中有其他内容，不能因此丢失。', chooseEmpty],

  'settings.set-aside': ({ path }) => [`设置文件已损坏，已恢复默认设置。原文件保留为 ${path}。`],
  'settings.dropped': ({ names }) => [`以下设置的值无法识别，已恢复默认：${names}。`],
  'settings.keys-set-aside': ({ path }) => [`加密保存密钥的文件已损坏，原文件保留为 ${path}。`, reenter],
  'settings.unfit': () => ['该设置的值不符合要求。', '请选择设置中提供的值。'],
  'settings.too-large': () => ['设置内容过多，无法保存。', '请缩短或删除一些自定义任务。'],
  'settings.unknown': () => ['没有这项设置。', '请重新启动 Glyphlens。'],

  'work.disk-full': () => ['磁盘已满。', '请清理磁盘空间：工作会自动继续。'],
  'work.room-again': () => ['磁盘已有空间，工作继续进行。'],
  'work.no-provider': () => ['本机只能识别文字，其他任务需要视觉模型。', '请选择服务商。'],
  'work.nothing-chosen': () => ['没有选择任何项目。', '请先选择。'],
  'work.batch-gone': () => ['该批次已不存在。', '请刷新批次列表。'],
  'work.too-many-pictures': ({ count, most }) => [
    `共有 ${count} 张图片，每个批次最多 ${most} 张。`,
    '请改选更里层的文件夹，分别建立批次。'
  ],
  'work.no-batch': ({ most }) => ['无法由此建立批次。', `请选择 1 到 ${most} 张图片，或一个文件夹。`],
  'work.only-folders': () => ['只能监视文件夹。', '请选择文件夹。'],
  'work.not-read-yet': () => ['文字尚未识别。', '图片已存入图库，稍后会在那里识别。'],
  'work.waits-offline': () => ['没有网络连接。', '问题已存入图库，网络恢复后会自动提问。'],
  'work.waits': () => ['问题需要等待。', '它在图库中排队，那里会显示原因和时间。'],
  'ask.no-question': () => ['没有输入问题。', '请写下问题，或选择“描述”。'],
  'ask.no-answer-yet': () => ['这张图片还没有回答。', '请在得到第一个回答后再追问。'],
  'ask.on-its-way': () => ['这张图片还有一个问题正在等待回答。', '请等待回答，或将其取消。'],
  'ask.no-task': () => ['没有这项任务。', '请选择列表中的任务。'],
  'ask.no-language': () => ['未知的语言。', '请填写语言代码，例如 en、zh-CN 或 ja。'],
  'ask.unfit-option': ({ option }) => [`${parts[option] ?? '某个选项'}的值不可用。`, '请更改后重试。'],
  'ask.needs': ({ what }) => [`该任务还缺少${parts[what] ?? '必要的内容'}。`, '请补充后重试。'],
  'ask.out-of-range': ({ option, least, most }) => [
    `${parts[option] ?? '该选项'}应在 ${least} 到 ${most} 之间。`,
    '请更改，或留空使用默认值。'
  ],
  'ask.no-address': () => ['无法只发送图片网址。', '请让 Glyphlens 获取图片后再发送。'],

  'picture.partial': () => ['文件已损坏或末尾缺失，图片中只有能解码的部分。'],
  'picture.nowhere': () => ['它不是磁盘上的文件。', '请先保存为文件，或复制后粘贴。'],
  'picture.clipboard': () => ['剪贴板中没有图片。', '请复制图片、图片文件或图片网址，然后重新粘贴。'],
  'picture.folder': () => ['该文件夹中没有图片。', '请选择其他文件夹。'],
  'picture.origin': () => ['原文件已不在原处。', '图片本身已保存在图库中。'],
  'picture.forgotten': () => ['添加的内容已失效。', '请重新添加。'],
  'picture.page': ({ page, pages }) => [`没有第 ${page} 页：该 PDF 共 ${pages} 页。`, '请选择已有的页码。'],
  'picture.pages': () => ['无法识别页码。', '请按 1-3,7,10- 的形式填写；10- 表示从第 10 页到最后。'],
  'picture.elsewhere': () => ['它不在这台电脑的磁盘上。', '请先复制到本机文件夹。'],
  'picture.outside-frame': () => ['框中没有图片内容。', '请在图片上画框。'],
  'picture.password': () => ['该 PDF 有密码保护。', '请用密码打开后另存为无密码的副本，或打印成新的 PDF。'],
  'picture.protected': () => ['该 PDF 的保护方式不受支持。', '请用原来的程序打开，并打印成新的 PDF。'],
  'picture.pdf-at-address': () => ['该网址指向 PDF。', '请下载后打开该文件。'],
  'picture.web-page': () => ['该网址是网页，不是图片。', '请打开网页，右键点击图片并复制图片地址。'],
  'picture.bytes': ({ megabytes }) => [`文件超过上限 ${megabytes} MB。`, '请另存为更小的文件，例如 JPEG。'],
  'picture.pixels': ({ width, height, millions }) => [
    `图片为 ${width} × ${height} 像素，上限为 ${millions} 百万像素。`,
    '请缩小图片，或裁剪需要的部分。'
  ],
  'picture.pdf-pages': ({ pages, most }) => [`该 PDF 有 ${pages} 页，上限为 ${most} 页。`, '请拆分成多个文件。'],
  'download.address': () => ['这不是可用的网址。', '请使用以 https:// 开头的网址。'],
  'download.status': ({ status }) => [`服务器返回 HTTP ${status}。`, '请在浏览器中打开该网址，确认是否可用。'],
  'download.circles': () => ['该网址循环跳转。', '请在浏览器中检查该网址。'],
  'download.slow': () => ['服务器响应过慢。', '请稍后重试。'],
  'download.private': ({ host }) => [`“${host}”位于内网，因此不会访问。`, openInBrowser],
  'download.password': () => ['网址中含有用户名或密码。', openInBrowser],

  'pack.shipped': () => ['该模型包随应用提供，只能随应用更新。'],
  'pack.instead': ({ title }) => [`所选模型包不可用，暂由“${title}”识别。`],
  'app.refused-paths': ({ count }) => [`${count} 个文件不在这台电脑上。`],
  'app.refused-request': () => ['请求未被接受。', '请重新启动 Glyphlens。'],
  'app.foreign-link': () => ['Glyphlens 不会在浏览器中打开该网址。', '请复制后自行在浏览器中打开。'],
  'app.no-setting': () => ['此系统没有该设置。', '请直接尝试截图。'],
  'app.no-update': () => ['无法检查或下载新版本。', '请稍后重试，或从项目页面下载。'],
  'app.home': () => ['环境变量 GLYPHLENS_HOME 不是绝对路径。', '请改为绝对路径，或取消设置。'],
  'app.clipboard': () => ['未能将文字写入剪贴板。', '文字已存入图库，请从那里复制。']
}

/** What a question is made of. */
const parts: Readonly<Record<string, string>> = {
  question: '问题',
  categories: '类别',
  target: '目标语言',
  language: '语言',
  temperature: '温度',
  maxTokens: '回答长度上限',
  topP: ' Top P '
}

const backends: Readonly<Record<string, string>> = {
  basic_text: '无密钥环的方式',
  gnome_libsecret: ' GNOME Keyring ',
  kwallet: ' KWallet 4 ',
  kwallet5: ' KWallet 5 ',
  kwallet6: ' KWallet 6 ',
  keychain: ' macOS 钥匙串',
  dpapi: ' Windows '
}

function backend(name: string): string {
  return backends[name] ?? '其他方式'
}

const places: Readonly<Record<string, string>> = {
  gnome: '“设置 › 键盘 › 查看及自定义快捷键 › 自定义快捷键”',
  kde: '“系统设置 › 键盘 › 快捷键 › 新增 › 命令”',
  sway: ' Sway 的配置文件',
  hyprland: ' Hyprland 的配置文件'
}

/** On Wayland the desktop hands out keys; a command bound to them does the same. */
function bindAdvice({ command, desktop }: { readonly command: string; readonly desktop: string }): string {
  if (command === '') return '如果按键没有反应，请使用托盘图标的菜单。'
  return `如果按键没有反应，请在${places[desktop] ?? '桌面的键盘设置'}中为它绑定命令“${command}”。`
}
