import type { ShopSettings } from "@/lib/settings"

import { Field, Select } from "../ui/field"
import type { Address } from "./address"
import styles from "./checkout.module.css"

/** Where an address is not complete without it; registers and taxes ask for it. */
const WITH_STATES = new Set(["us", "ca", "au"])

export function AddressFields({
  initial,
  countries,
}: {
  initial: Address
  countries: ShopSettings["region"]["countries"]
}) {
  const country = initial.country_code || countries[0]?.code
  return (
    <>
      <div className={styles.pair}>
        <Field
          label="First name"
          name="first_name"
          autoComplete="given-name"
          defaultValue={initial.first_name}
          required
        />
        <Field
          label="Last name"
          name="last_name"
          autoComplete="family-name"
          defaultValue={initial.last_name}
          required
        />
      </div>
      <Field
        label="Street and number"
        name="address_1"
        autoComplete="address-line1"
        defaultValue={initial.address_1}
        required
      />
      <Field
        label="Apartment, floor, company"
        name="address_2"
        autoComplete="address-line2"
        defaultValue={initial.address_2}
      />
      <div className={styles.pair}>
        <Field
          label="Postal code"
          name="postal_code"
          autoComplete="postal-code"
          defaultValue={initial.postal_code}
          maxLength={12}
          required
        />
        <Field
          label="City"
          name="city"
          autoComplete="address-level2"
          defaultValue={initial.city}
          required
        />
      </div>
      <Field
        label="State or province"
        name="province"
        autoComplete="address-level1"
        defaultValue={initial.province}
        maxLength={60}
        required={WITH_STATES.has(country ?? "")}
      />
      {countries.length > 1 ? (
        <Select
          label="Country"
          name="country_code"
          autoComplete="country"
          defaultValue={country}
        >
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      ) : (
        <input type="hidden" name="country_code" value={country} />
      )}
      <Field
        label="Phone"
        name="phone"
        type="tel"
        autoComplete="tel"
        defaultValue={initial.phone}
        hint="So that the driver can reach you at the door."
      />
    </>
  )
}
