// What poppler-utils says of a PDF; nothing where it is not installed, and then only that much is not looked at.
import { spawnSync } from 'node:child_process'

function tool(name: string, args: string[], pdf: Uint8Array): string | undefined {
  const said = spawnSync(name, args, { input: pdf, encoding: 'utf8', maxBuffer: 100_000_000 })
  if (said.error) console.warn(`${name} of poppler-utils is not installed: the PDF was not read back.`)
  return said.error ? undefined : said.stdout
}

export const words = (pdf: Uint8Array): string | undefined => tool('pdftotext', ['-layout', '-', '-'], pdf)
export const pagesOf = (pdf: Uint8Array): number | undefined => { const said = tool('pdfinfo', ['-'], pdf); return said === undefined ? undefined : Number(/Pages:\s+(\d+)/.exec(said)?.[1]) }
