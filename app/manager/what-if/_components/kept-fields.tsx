import { type WhatIfAddress, whatIfFields } from "../what-if-address";

type KeptFieldsProps = { address: WhatIfAddress; only?: string };

/** What a form of the question keeps of its address; the same change may stand there twice. */
export function KeptFields({ address, only }: KeptFieldsProps) {
  const fields = whatIfFields(address).filter(([name]) => only === undefined || name === only);
  return fields.map(([name, value], place) => {
    const alike = fields.slice(0, place).filter((one) => one[0] === name && one[1] === value).length;
    return <input key={`${name} ${value} ${alike}`} type="hidden" name={name} value={value} />;
  });
}
