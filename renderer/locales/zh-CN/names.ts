/** Names of providers and model packs that are words, in Simplified Chinese; all others are the same in every language. */
export const names: Readonly<Record<string, string>> = {
  Custom: '自定义服务',
  'DashScope (Alibaba Cloud Model Studio)': 'DashScope（阿里云百炼）',
  'vLLM or a cluster': 'vLLM 或集群'
}
