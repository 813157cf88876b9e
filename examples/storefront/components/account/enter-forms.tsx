"use client"

import { type SubmitEvent, useState } from "react"

import { problemOf, statusOf } from "@/lib/problems"

import { useCustomer } from "../providers/customer"
import { Button } from "../ui/button"
import { Field } from "../ui/field"
import { Notice } from "../ui/notice"
import { useAction } from "../ui/use-action"
import styles from "./account.module.css"

const PASSWORD_LENGTH = 8

/** Log in, or become a customer. */
export function EnterForms({ onEntered }: { onEntered(): void }) {
  const [isNew, setNew] = useState(false)
  return (
    <div className={styles.enter}>
      <h1>{isNew ? "Become a customer" : "Welcome back"}</h1>
      <p className="muted">
        {isNew
          ? "Collect points with every order and find your deliveries again."
          : "Your orders, your points and your addresses."}
      </p>
      {isNew ? (
        <RegisterForm onEntered={onEntered} />
      ) : (
        <LogInForm onEntered={onEntered} />
      )}
      <p>
        {isNew ? "You have an account already? " : "You are new here? "}
        <Button look="plain" onClick={() => setNew(!isNew)}>
          {isNew ? "Log in" : "Create an account"}
        </Button>
      </p>
    </div>
  )
}

function LogInForm({ onEntered }: { onEntered(): void }) {
  const { logIn } = useCustomer()
  const { run, isBusy, problem } = useAction(logInProblem)
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (await run(() => logIn(text(form, "email"), text(form, "password")))) {
      onEntered()
    }
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      {problem && <Notice kind="bad">{problem}</Notice>}
      <Button type="submit" disabled={isBusy} wide>
        {isBusy ? "Logging in …" : "Log in"}
      </Button>
    </form>
  )
}

function RegisterForm({ onEntered }: { onEntered(): void }) {
  const { register } = useCustomer()
  const { run, isBusy, problem } = useAction(registerProblem)
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const registered = await run(() =>
      register({
        first_name: text(form, "first_name"),
        last_name: text(form, "last_name"),
        email: text(form, "email"),
        password: text(form, "password"),
      })
    )
    if (registered) {
      onEntered()
    }
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        label="First name"
        name="first_name"
        autoComplete="given-name"
        required
      />
      <Field
        label="Last name"
        name="last_name"
        autoComplete="family-name"
        required
      />
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={PASSWORD_LENGTH}
        hint={`At least ${PASSWORD_LENGTH} characters.`}
        required
      />
      {problem && <Notice kind="bad">{problem}</Notice>}
      <Button type="submit" disabled={isBusy} wide>
        {isBusy ? "One moment …" : "Create the account"}
      </Button>
    </form>
  )
}

function logInProblem(error: unknown): string {
  return statusOf(error) === 401
    ? "E-mail or password is not right."
    : problemOf(error)
}

function registerProblem(error: unknown): string {
  return statusOf(error) === 401
    ? "There is an account with this e-mail already: log in instead."
    : problemOf(error)
}

/** Passwords keep their spaces. */
function text(form: FormData, name: string): string {
  const value = String(form.get(name) ?? "")
  return name === "password" ? value : value.trim()
}
