// SPDX-License-Identifier: Apache-2.0
import type { Language } from './language.tsx';

// Countries are kept by three letters (ISO 3166-1 alpha-3), the browser names them by two. Most begin with them; the others
// here, both together.
const others = new Map(
  (
    'ABWAW AGOAO ALAAX ANDAD AREAE ARMAM ATAAQ ATFTF ATGAG AUTAT BDIBI BENBJ BESBQ BGDBD BHSBS BIHBA BLRBY BLZBZ ' +
    'BRBBB BRNBN CAFCF CHLCL CHNCN CODCD COGCG COKCK COMKM CPVCV CUWCW CYMKY DNKDK ESHEH ESTEE FLKFK FROFO FSMFM ' +
    'GINGN GLPGP GNBGW GNQGQ GRDGD GRLGL GUFGF GUYGY IRLIE IRQIQ ISRIL JAMJM KAZKZ KORKR LBRLR LBYLY MACMO MAFMF ' +
    'MDGMG MDVMV MEXMX MLTMT MNEME MNPMP MOZMZ MTQMQ MYTYT NIUNU PAKPK PCNPN PLWPW PNGPG POLPL PRKKP PRTPT PRYPY ' +
    'PYFPF SENSN SGSGS SLBSB SLVSV SPMPM SRBRS SURSR SVKSK SVNSI SWESE SWZSZ SYCSC TCDTD TKMTM TUNTN TURTR TUVTV ' +
    'UKRUA URYUY WLFWF'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 3), pair.slice(3)]),
);
const known = /^[A-Z]{3}$/;

// `other`: for what the browser does not know.
export function countryName(code: string, language: Language, other = code): string {
  if (!known.test(code)) return other;
  const region = others.get(code) ?? code.slice(0, 2);
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return names.of(region) ?? other;
}
