import type { Words } from './en.ts'

/** Titles of providers that are words; the others are names. */
const providers: Readonly<Record<string, string>> = { Custom: '自定义服务', 'vLLM or a cluster': 'vLLM 或集群' }

/** What the app says outside of its window, in Simplified Chinese. */
export const zhCN: Words = {
  capture: {
    readRegion: '识别区域文字',
    askRegion: '就区域提问',
    readAgain: '再次识别上次的区域',
    readScreen: '识别整个屏幕',
    readWindow: '识别窗口'
  },
  tray: {
    recent: '最近的截图',
    noRecent: '还没有截图',
    withoutText: '没有文字',
    undo: '恢复之前的剪贴板内容',
    open: '打开 Glyphlens',
    pause: '暂停队列',
    resume: '继续队列',
    settings: '设置…',
    quit: '退出 Glyphlens',
    waiting: (count) => `Glyphlens：${count} 张图片在等待`
  },
  menu: {
    file: '文件',
    edit: '编辑',
    view: '视图',
    window: '窗口',
    help: '帮助',
    capture: '截图',
    addFiles: '添加图片…',
    addFolder: '添加文件夹…',
    settings: '设置…',
    library: '图库',
    diagnostics: '诊断',
    dataFolder: '显示数据文件夹',
    welcome: '欢迎',
    about: '关于 Glyphlens',
    hide: '隐藏 Glyphlens',
    hideOthers: '隐藏其他',
    showAll: '全部显示',
    services: '服务',
    quit: '退出 Glyphlens',
    close: '关闭窗口',
    minimize: '最小化',
    zoom: '缩放',
    front: '前置全部窗口',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    actualSize: '实际大小',
    larger: '放大',
    smaller: '缩小',
    fullScreen: '全屏',
    reload: '重新加载',
    tools: '开发者工具',
    copyLink: '复制链接'
  },
  dialogs: {
    pictures: '图片和 PDF',
    allFiles: '所有文件',
    addFiles: '添加图片',
    addFolder: '添加文件夹',
    restart: (version) => `Glyphlens ${version} 已准备好。`,
    restartDetail: '重新启动后生效。正在进行的工作会在之后继续。',
    restartNow: '立即重新启动',
    later: '稍后'
  },
  notices: {
    batchDone: (title) => `${title} 已完成`,
    batchCounts: (done, failed) => (failed === 0 ? `${done} 张已处理。` : `${done} 张已处理，${failed} 张失败。`),
    openLibrary: '打开图库'
  },
  confirmHost: {
    message: (host) => `把图片和密钥发送到 ${host}？`,
    detail: (provider) =>
      `这不是“${providers[provider] ?? provider}”的常用地址。该地址的运营者会看到您提问的图片和密钥。`,
    yes: '使用此地址',
    no: '取消'
  },
  libraryPlace: {
    title: '为图库选择一个空文件夹',
    no: '取消',
    move: {
      message: '移动图库？',
      detail: (folder) => `所有内容会复制到 ${folder} 并经过检查，然后 Glyphlens 重新启动，并移除原来的文件夹。`,
      yes: '移动'
    },
    open: {
      message: '打开那里的图库？',
      detail: (folder) => `${folder} 中已有一个图库。Glyphlens 会重新启动并使用它；当前图库留在原处。`,
      yes: '打开'
    },
    begin: {
      message: '新建图库？',
      detail: (folder) => `当前图库无法打开。将在 ${folder} 中新建一个空图库，Glyphlens 会重新启动并使用它。`,
      yes: '新建'
    }
  }
}
