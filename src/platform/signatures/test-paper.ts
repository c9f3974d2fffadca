// A small paper to sign in tests, signatories in four scripts, and what `pdfsig` says of it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDF } from '@libpdf/core'
import { signerOf, type Signer } from './cms.ts'
import type { Keyed } from './certificates.ts'
import { placeFields } from './fields.ts'
import { makeLeaf, makeRoot } from './issue.ts'
import { signPdf } from './sign.ts'

export const signatories = [
  { name: 'Prof. Dr. Qaisar Abbas', nameLang: 'en', of: 'University of Sargodha', country: 'PK' }, { name: '李东升', nameLang: 'zh', of: '枣庄学院', country: 'CN' },
  { name: 'Иванов Пётр Сергеевич', nameLang: 'ru', of: 'МГТУ имени Н. Э. Баумана', country: 'RU' }, { name: 'پروفیسر ڈاکٹر قیصر عباس', nameLang: 'ur', of: 'جامعہ سرگودھا', country: 'PK' },
]
const begun = new Date('2026-01-01T00:00:00Z')
export const signer = ({ key, certificate, chain }: Keyed): Signer => signerOf(key, certificate, chain)
export const authority = () => makeRoot('Pamir, this installation only', begun)

/** One page with an empty field for each signatory. */
export async function paper(): Promise<Uint8Array> {
  const pdf = PDF.create()
  pdf.addPage({ size: 'a4' }).drawText('Memorandum of Understanding', { x: 60, y: 780, size: 18 })
  return placeFields(await pdf.save(), signatories.map((_, place) => ({ name: `party-${place + 1}`, page: 0, box: { x: 60, y: 640 - place * 90, width: 230, height: 60 } })))
}

/** The paper signed by the first so many, one after another. */
export async function signedBy(count: number): Promise<Uint8Array> {
  const root = await authority()
  let bytes = await paper()
  for (const [place, { name, nameLang, of, country }] of signatories.slice(0, count).entries()) {
    const leaf = await makeLeaf(root, of, country, begun)
    bytes = await signPdf(bytes, { signer: signer(leaf), field: `party-${place + 1}`, shown: { name, nameLang, lines: [of, '2026-03-02 14:00'] }, at: new Date('2026-03-02T09:00:00Z') })
  }
  return bytes
}

/** Why `pdfsig` cannot be asked here, or nothing when it can. */
export const noPdfsig = spawnSync('pdfsig', ['-v']).error ? 'pdfsig is not on this machine: install poppler-utils to have signatures checked by an independent reader' : undefined

/** What poppler's checker says: one line for each signature found, and whether the last covers all. */
export function pdfsig(bytes: Uint8Array): { valid: string[]; whole: boolean[]; signers: string[]; text: string } {
  const folder = mkdtempSync(join(tmpdir(), 'pamir-pdfsig-'))
  writeFileSync(join(folder, 'signed.pdf'), bytes)
  const { stdout } = spawnSync('pdfsig', [join(folder, 'signed.pdf')], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  rmSync(folder, { recursive: true })
  const after = (label: string) => [...stdout.matchAll(new RegExp(`- ${label}: (.+)`, 'g'))].map(([, said]) => said!)
  return { valid: after('Signature Validation'), signers: after('Signer Certificate Common Name'), whole: [...stdout.matchAll(/- (Not total|Total) document signed/g)].map(([, said]) => said === 'Total'), text: stdout }
}
