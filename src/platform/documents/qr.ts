// A square code to scan, as SVG: the address of a page where a printed document is checked.
import qrcode from 'qrcode-generator'

/** Level M bears a coffee stain on an eighth of it. Four modules of quiet around, as ISO/IEC 18004 wants. */
export function qrSvg(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const size = code.getModuleCount()
  const rows = Array.from({ length: size }, (_, row) => runs(code, row, size)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size + 8}" height="${size + 8}" viewBox="0 0 ${size + 8} ${size + 8}"><path fill="#000000" d="${rows}"/></svg>`
}

/** Dark modules beside each other are one shape, so that no hairline shows between them. */
function runs(code: QRCode, row: number, size: number): string {
  let path = ''
  for (let column = 0; column < size; column++) {
    const from = column
    while (column < size && code.isDark(row, column)) column++
    if (column > from) path += `M${from + 4} ${row + 4}h${column - from}v1h${from - column}z`
  }
  return path
}
