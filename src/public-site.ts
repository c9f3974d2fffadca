// Opens the public pages: built once with the client, drawn by the server for each visitor.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { invitationAddress, invitationForm } from '#domains/committees/invitation-visit.ts'
import { callAddress, callForm } from '#domains/calls/visit.ts'
import { claimAddress, claimForm } from '#domains/confirmations/visit.ts'
import { applicationAddress, applicationForm, applyAddress, applyForm, contactAddress, contactForm } from '#domains/memberships/visit.ts'
import { annualAddresses, annualSite } from '#domains/reports/annual-visit.ts'
import { verifyAddress, verifyCheck } from '#domains/signing/visit.ts'
import { type Pages, publicAddresses, publicSite } from '#domains/publication/site.ts'
import type { Installation } from '#domains/memberships/letters.ts'
import type { Opened } from '#platform/db/database.ts'
import { addDocuments, mountDocuments } from '#platform/http/documents.ts'
import { mountCheck, mountForm } from '#platform/http/forms.ts'

const built = new URL('../dist/public/pages.js', import.meta.url)

export async function openPublicSite(server: FastifyInstance, { db }: Pick<Opened, 'db'>, home: Installation): Promise<void> {
  const { name, publicUrl } = home
  if (!existsSync(fileURLToPath(built))) return
  const pages = await import(built.href) as Pages
  mountDocuments(server, publicAddresses, publicSite({ db, pages, instance: name, origin: publicUrl, clock: () => new Date() }))
  addDocuments(server, annualAddresses, annualSite({ db, pages, instance: name, origin: publicUrl }))
  await mountForm(server, claimAddress, claimForm({ db, pages, instance: name, origin: publicUrl, clock: () => new Date() }))
  await mountForm(server, invitationAddress, invitationForm({ db, pages, instance: name, origin: publicUrl, clock: () => new Date() }))
  await mountForm(server, callAddress, callForm({ db, pages, instance: name, origin: publicUrl, clock: () => new Date() }))
  const ground = { db, pages, home, clock: () => new Date() }
  await mountForm(server, applyAddress, applyForm(ground))
  await mountForm(server, applicationAddress, applicationForm(ground))
  await mountForm(server, contactAddress, contactForm(ground))
  mountCheck(server, verifyAddress, verifyCheck({ db, pages, instance: name, origin: publicUrl, clock: () => new Date() }))
}
