// `pamir verify`: checks an archived history with nothing but the archive, and says what was changed, left out or moved.
import type { Flaw, Verdict } from '#platform/audit/archive-model.ts'
import { verifyArchive } from '#platform/audit/verify.ts'
import type { OfflineCommand } from '#platform/terminal.ts'

export const verify: OfflineCommand = {
  offline: true,
  name: 'verify', args: '<archive>', options: [['--head <hash>', 'the last hash as the other party sees it'], ['--json', 'print one JSON object']],
  describe: 'Checks an archived history offline: every entry, their order, every file. Ends with 1 when something is wrong',
  run: async ({ terminal }, [archive], { head, json }) => {
    const verdict = await verifyArchive(terminal.path(archive!))
    if (!verdict) return terminal.fail(`${archive} is no archived history of Pamir, or cannot be read. Take it again from the agreement's page.`, 2)
    const flaws = [...verdict.flaws, ...(typeof head === 'string' && head !== verdict.head ? [{ what: 'cut-off', place: verdict.entries } as const] : [])]
    if (json) terminal.json({ ...verdict, flaws })
    else for (const line of tell({ ...verdict, flaws })) terminal.print(line)
    if (flaws.length > 0) terminal.fail('This history is not as it was written.')
  },
}

function tell({ manifest, entries, files, withheld, unsaid, head, flaws }: Verdict): string[] {
  return [
    `${manifest.title}`,
    `Taken on ${manifest.madeAt}: ${entries} entries, ${files} files.`,
    ...(withheld > 0 ? [`${withheld} files that the journal names are said to be withheld: whoever took this archive may not open them, or they were withdrawn. Taken by a party, it holds every file that was signed.`] : []),
    ...(unsaid > 0 ? [`${unsaid} entries are withheld, since they carry words for the sides alone: of each only its place between its neighbours is checked. Taken by a party, the archive holds them.`] : []),
    ...flaws.map(sentence),
    ...(flaws.length === 0 ? ['Every entry follows from the one before it, and every file is as it was.'] : []),
    `Last hash: ${head ?? 'none'}. The other party should see the same.`,
  ]
}

function sentence({ what, place, name = '' }: Flaw): string {
  const said: Record<Flaw['what'], string> = {
    'unreadable': `Line ${place} of the journal cannot be read.`,
    'changed': `Entry ${place} was changed after it was written.`,
    'missing': `Entry ${place} is missing.`,
    'reordered': `Entry ${place} stands in the wrong place.`,
    'not-linked': `Entry ${place} does not follow from the one before it.`,
    'about-another': `Entry ${place} belongs to another history.`,
    'cut-off': `After entry ${place} the last entries were cut off, or others were put in their place.`,
    'file-changed': `The file ${name} was changed.`,
    'file-missing': `The file ${name} is missing.`,
    'file-absent': `The file that entry ${place} names (${name}…) is not in this archive.`,
    'file-added': `The file ${name} does not belong to this archive.`,
  }
  return said[what]
}
