import type { ChatMessage, InterfaceText, TableText } from './shapes.ts'

/** Texts of the `tuning` set, written for this benchmark. Do not add to them: figures over time compare on them. */
export const english: readonly string[] = [
  'The harbour office keeps three ledgers. The first records every vessel that enters before noon, the second those that arrive later, and the third is reserved for ships that never reported at all.',
  'In March 2024 the clerks counted 1,847 arrivals, which is 12.5% more than the year before. Most of them carried timber, salt and machine parts; only 39 were passenger ferries.',
  'A visitor may ask why the numbers are still written by hand. "Because the network fails twice a week," says Ms. Okafor, who has worked here since 1998, "and the tide does not wait for a reboot."',
  'Her desk holds a lamp, two telephones and a laminated card with the radio alphabet. Behind it hangs a chart of the bay with depth marks at 4.2 m, 7.8 m and 15.0 m.',
  'The new system was promised for October. It should read the name of each ship from a camera image, compare it with the register, and send a short message to pilots@harbour.example when something looks wrong.',
  'Early tests were mixed: bright names on dark hulls were read without trouble, yet rust, spray and low sun confused the software. One freighter called "Northern Lily" was filed as "Nor them Li1y" for six days.',
  'Engineers blamed the resolution. They replaced the lens, raised the mast by 90 cm and moved the processing from a server in the city to a small box beside the crane, so that no picture leaves the pier.',
  'Since then the error rate has fallen from 8.3 to 1.1 per hundred readings. The clerks check the rest themselves, usually before their second cup of coffee.',
  'What happens to the ledgers? They will be kept, Ms. Okafor insists. Paper needs no password, no update and no licence key (the last one, XK4-99Q-7731, expired on a Sunday).',
  'Quality depends on small habits: wipe the glass at 06:00, log every doubtful reading, and never delete a photograph before the end of the quarter.',
  'The budget for next year is $48,600, of which $31,250 is already committed. A second camera for the western quay would cost about $9,400 including cables.',
  'Whether the council agrees will be known on 17 June. Until then the box beside the crane hums along, reading names, and the third ledger stays mercifully thin.'
]

export const chinese: readonly string[] = [
  '港口办公室一直保存着三本登记簿。第一本记录中午之前进港的船只，第二本记录下午到达的船只，第三本留给那些从未报告的船。',
  '2024年3月，工作人员共登记了1847艘船，比上一年增加了12.5%。其中大部分运输木材、食盐和机器零件，客运渡轮只有39艘。',
  '来访者常问：为什么还要用手写数字？“因为网络每周要断两次，”在这里工作了二十六年的王女士说，“而潮水不会等电脑重新启动。”',
  '她的桌上有一盏台灯、两部电话和一张塑封的卡片。身后的墙上挂着海湾的水深图，标注着4.2米、7.8米和15.0米。',
  '新系统原定十月上线。它应当从摄像头画面中读出船名，与登记册比对，发现异常时向引航员发送一条简短的消息。',
  '早期测试的结果有好有坏：深色船身上的浅色船名识别得很准确，但是铁锈、浪花和低角度的阳光会让软件出错。',
  '工程师认为问题在于分辨率。他们更换了镜头，把桅杆升高了九十厘米，并把处理程序从城里的服务器搬到吊车旁边的小盒子里，这样照片就不会离开码头。',
  '此后，错误率从每百次8.3次降到1.1次。剩下的由工作人员自己核对，通常在喝第二杯咖啡之前就能完成。',
  '登记簿怎么办？王女士坚持要保留。纸张不需要密码，不需要更新，也不需要许可证。',
  '质量取决于细小的习惯：每天早上六点擦拭镜头，记录每一次可疑的读数，季度结束之前绝不删除照片。',
  '明年的预算是48600元，其中31250元已经安排。在西侧码头再装一台摄像头，连同电缆大约需要9400元。',
  '议会是否同意，要到6月17日才知道。在那之前，吊车旁的小盒子继续安静地工作，第三本登记簿依然很薄。'
]

export const chat: readonly ChatMessage[] = [
  {
    name: 'Lin Wei',
    time: '09:12',
    text: '早上好，昨晚的 build 失败了，log 里写着 exit code 137，应该是内存不足。'
  },
  {
    name: 'Maria',
    time: '09:14',
    text: 'I saw it too. 可以先把 worker 数量从 8 改成 4，再跑一次 pipeline 吗？'
  },
  {
    name: 'Lin Wei',
    time: '09:15',
    text: '好的，我改了 config.yaml 里的 max_workers，现在重新运行 CI #2481。'
  },
  {
    name: '陈晓',
    time: '09:21',
    text: 'Staging 环境的 API 响应时间是 420 ms，比上周慢了 35%。'
  },
  {
    name: 'Maria',
    time: '09:22',
    text: 'Is that p95 or p50? 请把 Grafana 的截图发到 #perf 频道。'
  },
  {
    name: '陈晓',
    time: '09:24',
    text: '是 p95。p50 只有 61 ms，看起来是少数 slow query 的问题。'
  },
  {
    name: 'Lin Wei',
    time: '09:30',
    text: 'CI passed! 内存峰值 3.2 GB，总用时 14 分 08 秒。'
  },
  {
    name: 'Maria',
    time: '09:31',
    text: 'Great. 那我们下午 3 点 review，然后发布 v2.7.0-rc1。'
  },
  {
    name: '陈晓',
    time: '09:33',
    text: '提醒一下：发布前要更新 CHANGELOG.md 和用户手册第 5 章。'
  },
  {
    name: 'Lin Wei',
    time: '09:35',
    text: '收到。另外 Windows 安装包需要重新签名，证书 2025-12-01 到期。'
  },
  {
    name: 'Maria',
    time: '09:41',
    text: 'Thanks everyone. 周五之前请把 timesheet 填好，谢谢配合！'
  }
]

export const rooms: readonly string[] = [
  '#general',
  '#perf',
  '#release',
  '设计讨论',
  '产品需求',
  'Direct messages',
  '林伟',
  'Maria Santos'
]

export const orders: TableText = {
  title: 'Open orders, week 23',
  head: ['Order', 'Customer', 'Item', 'Qty', 'Unit price', 'Total', 'Status'],
  rows: [
    ['A-10231', 'Blue Fjord Ltd', 'Steel bolts M8', '400', '0.12', '48.00', 'Shipped'],
    ['A-10232', 'Patel & Sons', 'Copper wire 2.5 mm', '25', '18.40', '460.00', 'Paid'],
    ['A-10233', 'Ruiz Hermanos', 'LED panel 60x60', '12', '34.95', '419.40', 'Open'],
    ['A-10234', 'Kowalski', 'Hinge, brass', '80', '2.75', '220.00', 'Shipped'],
    ['A-10235', 'North Star Inc', 'Paint, white 10 l', '6', '41.20', '247.20', 'Cancelled'],
    ['A-10236', 'Blue Fjord Ltd', 'Cable ties 200 mm', '1,500', '0.03', '45.00', 'Paid'],
    ['A-10237', 'Ito Trading', 'Switch, two-way', '64', '5.15', '329.60', 'Open'],
    ['A-10238', 'Dubois SARL', 'Drill bits (set)', '9', '27.80', '250.20', 'Shipped'],
    ['A-10239', 'Mbeki Supplies', 'Safety gloves L', '120', '3.35', '402.00', 'Paid'],
    ['A-10240', 'Hansen AS', 'Epoxy resin 5 kg', '4', '62.10', '248.40', 'Returned'],
    ['A-10241', 'Lopez', 'Sandpaper P120', '300', '0.45', '135.00', 'Open'],
    ['A-10242', 'Weber GmbH', 'Aluminium profile', '36', '11.90', '428.40', 'Shipped'],
    ['A-10243', 'Smith & Co', 'Wall plug 8 mm', '2,000', '0.02', '40.00', 'Paid'],
    ['A-10244', 'Rossi SpA', 'Ceramic tile 30x30', '220', '1.60', '352.00', 'Open'],
    ['A-10245', 'Kim Logistics', 'Pallet wrap', '18', '7.25', '130.50', 'Shipped'],
    ['A-10246', 'Novak', 'Door handle', '30', '9.99', '299.70', 'Paid']
  ]
}

export const staff: TableText = {
  title: '员工信息一览表',
  head: ['编号', '姓名', '部门', '城市', '入职日期', '月薪', '备注'],
  rows: [
    ['E0017', '张伟', '研发部', '上海', '2019-04-15', '18500', '组长'],
    ['E0023', '李娜', '市场部', '北京', '2020-09-01', '15200', '出差'],
    ['E0031', '王芳', '财务部', '广州', '2018-02-26', '16800', '正常'],
    ['E0042', '刘洋', '研发部', '深圳', '2021-07-12', '21000', '远程'],
    ['E0058', '陈静', '人事部', '成都', '2017-11-03', '14300', '正常'],
    ['E0064', '杨帆', '客服部', '武汉', '2022-03-21', '9800', '试用'],
    ['E0071', '赵磊', '运维部', '杭州', '2016-06-30', '19900', '值班'],
    ['E0085', '黄敏', '设计部', '南京', '2023-01-09', '13600', '正常'],
    ['E0093', '周涛', '研发部', '西安', '2020-12-18', '20400', '休假'],
    ['E0102', '吴婷', '市场部', '重庆', '2021-10-25', '12700', '正常'],
    ['E0116', '徐强', '采购部', '苏州', '2015-08-14', '17300', '组长'],
    ['E0129', '孙丽', '财务部', '天津', '2019-05-06', '15900', '正常'],
    ['E0137', '马超', '运维部', '长沙', '2022-11-28', '11800', '值班'],
    ['E0144', '朱琳', '设计部', '厦门', '2018-07-19', '16100', '远程']
  ]
}

export const settings: InterfaceText = {
  menu: ['File', 'Edit', 'View', 'Insert', 'Format', 'Tools', 'Window', 'Help'],
  sections: [
    'General',
    'Appearance',
    'Keyboard shortcuts',
    'Notifications',
    'Privacy and security',
    'Network',
    'Proxy settings',
    'Downloads',
    'Languages',
    'Accessibility',
    'Updates',
    'Extensions',
    'Advanced',
    'About'
  ],
  groups: [
    {
      title: 'Startup',
      entries: [
        'Open the last workspace',
        'Check for updates automatically',
        'Start minimized to tray',
        'Show welcome page on launch'
      ]
    },
    {
      title: 'Editor',
      entries: [
        'Tab size: 4 spaces',
        'Wrap lines at 120 columns',
        'Trim trailing whitespace on save',
        'Highlight matching brackets',
        'Render control characters'
      ]
    },
    {
      title: 'Capture',
      entries: [
        'Hotkey: Ctrl+Shift+4',
        'Copy recognised text to clipboard',
        'Keep the last 50 captures',
        'Play a sound after capture',
        'Delay before capture: 0.5 s'
      ]
    },
    {
      title: 'Storage',
      entries: [
        'Cache location: /home/user/.cache/app',
        'Cache size: 182.4 MB of 512 MB',
        'Delete entries older than 30 days',
        'Compress images with WebP (quality 82)'
      ]
    },
    {
      title: 'Network',
      entries: [
        'Use system proxy',
        'Timeout after 15 seconds',
        'Retry failed requests 3 times',
        'Do not send usage statistics'
      ]
    },
    {
      title: 'Updates',
      entries: [
        'Current version: 4.18.2 (build 90417)',
        'Release channel: Stable',
        'Last checked: Today at 08:47',
        'Install updates when the app is idle'
      ]
    }
  ],
  status: ['Ln 128, Col 17', 'UTF-8', 'LF', 'TypeScript', 'Spaces: 2', 'main*', '0 errors, 3 warnings']
}

export const chineseSettings: InterfaceText = {
  menu: ['文件', '编辑', '视图', '插入', '格式', '工具', '窗口', '帮助'],
  sections: [
    '常规',
    '外观',
    '快捷键',
    '通知',
    '隐私与安全',
    '网络',
    '代理设置',
    '下载',
    '语言',
    '辅助功能',
    '更新',
    '扩展',
    '高级',
    '关于'
  ],
  groups: [
    {
      title: '启动',
      entries: ['打开上次的工作区', '自动检查更新', '启动后最小化到托盘', '显示欢迎页面']
    },
    {
      title: '编辑器',
      entries: ['缩进宽度：4个空格', '每行最多120列', '保存时删除行尾空格', '高亮匹配的括号', '显示控制字符']
    },
    {
      title: '截图',
      entries: [
        '快捷键：Ctrl+Shift+4',
        '识别结果复制到剪贴板',
        '保留最近50次截图',
        '截图后播放提示音',
        '延迟0.5秒后截图'
      ]
    },
    {
      title: '存储',
      entries: ['缓存大小：182.4 MB', '删除30天以前的记录', '使用WebP压缩图片', '导出全部数据']
    },
    {
      title: '网络',
      entries: ['使用系统代理', '超时时间15秒', '失败后重试3次', '不发送使用统计']
    },
    {
      title: '更新',
      entries: ['当前版本：4.18.2', '更新通道：稳定版', '上次检查：今天08:47', '空闲时安装更新']
    }
  ],
  status: ['第128行，第17列', 'UTF-8', '简体中文', '0个错误，3个警告']
}

export const server: readonly string[] = [
  'import { createServer } from "node:http";',
  'import { readFile, stat } from "node:fs/promises";',
  '',
  'const PORT = Number(process.env.PORT ?? 8080);',
  'const MAX_BYTES = 4 * 1024 * 1024; // 4 MiB',
  '',
  '/** Return the first entry that matches, or undefined. */',
  'export function findEntry<T extends { id: string }>(items: T[], id: string): T | undefined {',
  '  for (let i = 0; i < items.length; i++) {',
  '    if (items[i].id === id) return items[i];',
  '  }',
  '  return undefined;',
  '}',
  '',
  'class RingBuffer {',
  '  #data = new Float32Array(256);',
  '  #head = 0;',
  '',
  '  push(value: number): void {',
  '    this.#data[this.#head] = value;',
  '    this.#head = (this.#head + 1) % this.#data.length;',
  '  }',
  '',
  '  mean(): number {',
  '    let sum = 0.0;',
  '    for (const v of this.#data) sum += v;',
  '    return sum / this.#data.length;',
  '  }',
  '}',
  '',
  'const server = createServer(async (req, res) => {',
  '  const url = new URL(req.url ?? "/", `http://${req.headers.host}`);',
  '  if (req.method !== "GET" || url.pathname.includes("..")) {',
  '    res.writeHead(405, { "content-type": "text/plain" });',
  '    res.end("method not allowed\\n");',
  '    return;',
  '  }',
  '  try {',
  '    const info = await stat("./public" + url.pathname);',
  '    if (!info.isFile() || info.size > MAX_BYTES) throw new Error("E_SIZE");',
  '    const body = await readFile("./public" + url.pathname);',
  '    res.writeHead(200, { "content-length": body.length });',
  '    res.end(body);',
  '  } catch (err) {',
  '    res.writeHead(404).end(String(err));',
  '  }',
  '});',
  '',
  'server.listen(PORT, "127.0.0.1", () => {',
  '  console.log(`listening on port ${PORT}`);',
  '});'
]
