// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { countriesQuery } from '@/lib/countries.ts';
import { countryName } from '@/lib/country-names.ts';
import { ageAt, longDate } from '@/lib/dates.ts';
import { documentText } from '@/lib/document-text.ts';
import { phone } from '@/lib/format.ts';
import { type Language, type T, useLanguage } from '@/lib/language.tsx';
import { snils } from '@/lib/snils.ts';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import type { Applicant } from './applicant.ts';

function birth({ birth_date, kind }: Applicant, t: T, language: Language) {
  if (!birth_date) return undefined;
  const age = ageAt(birth_date, new Date());
  const date = longDate(birth_date, language);
  return kind === 'legal_entity' ? date : `${date} (${t('card.age', { count: age })})`;
}

export function ApplicantFacts({ applicant }: { applicant: Applicant }) {
  const { t, language } = useLanguage();
  const { identity_document, other_documents = [] } = applicant;
  const citizenship = applicant.citizenship ?? '';
  const inBook = useQuery(countriesQuery).data?.items.find(({ code }) => code === citizenship);
  const country = inBook?.name ?? citizenship;
  return (
    <LabelledValues
      items={[
        { label: t('card.kind'), value: t(`card.kind.${applicant.kind}`) },
        { label: t('card.fullName'), value: applicant.full_name },
        { label: t('card.birthDate'), value: birth(applicant, t, language) },
        { label: t('card.birthPlace'), value: applicant.birth_place },
        { label: t('card.sex'), value: applicant.sex && t(`card.sex.${applicant.sex}`) },
        {
          label: t('card.citizenship'),
          value: language === 'ru' ? country : countryName(citizenship, language, country),
        },
        { label: t('card.snils'), value: applicant.snils && snils(applicant.snils) },
        { label: t('card.inn'), value: applicant.inn },
        { label: t('card.ogrn'), value: applicant.ogrn },
        { label: t('card.kpp'), value: applicant.kpp },
        { label: t('card.headName'), value: applicant.head_name },
        { label: t('card.headPosition'), value: applicant.head_position },
        {
          label: t('card.document'),
          value: identity_document && documentText(identity_document, t, language),
        },
        {
          label: t('card.otherDocuments'),
          value: other_documents.map((one) => documentText(one, t, language)).join('\n\n'),
        },
        { label: t('card.registration'), value: applicant.registration_address },
        { label: t('card.residence'), value: applicant.residence_address },
        { label: t('card.phone'), value: applicant.phone && phone(applicant.phone) },
        { label: t('card.email'), value: applicant.email },
      ]}
    />
  );
}
