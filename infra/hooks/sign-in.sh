#!/bin/sh
# Makes the Entra application that people sign in with, or brings the one there is up to date: its two roles, where it sends
# people back to, and the identity that it trusts in place of a secret. azd runs it before and after it makes the resources;
# run again, it changes nothing. Whoever may not register applications hands docs/runbook.md, "Sign-in", to somebody who may.
set -eu

reader=4d0f5f0e-5a1c-4a57-9f53-6d1f8f0b7c01 # made up once: the roles' own ids, the same everywhere
coordinator=4d0f5f0e-5a1c-4a57-9f53-6d1f8f0b7c02

roles() {
  cat <<JSON
[
  {"id": "$reader", "value": "Notify.Reader", "displayName": "Notify reader", "description": "May look.", "allowedMemberTypes": ["User", "Application"], "isEnabled": true},
  {"id": "$coordinator", "value": "Notify.Coordinator", "displayName": "Notify coordinator", "description": "May look and act.", "allowedMemberTypes": ["User", "Application"], "isEnabled": true}
]
JSON
}

before() {
  [ -z "${NOTIFY_SIGN_IN_CLIENT_ID:-}" ] && [ "${NOTIFY_SIGN_IN_MANAGED:-true}" = true ] || return 0
  file=$(mktemp)
  trap 'rm -f "$file"' EXIT
  roles >"$file"
  if ! client=$(az ad app create --display-name "Notify $AZURE_ENV_NAME" --sign-in-audience AzureADMyOrg --enable-id-token-issuance true \
    --app-roles "@$file" --query appId --output tsv); then
    echo "The application for signing in could not be registered: the portal stays shut until NOTIFY_SIGN_IN_CLIENT_ID is set." >&2
    return 0
  fi
  az ad sp show --id "$client" >/dev/null 2>&1 || az ad sp create --id "$client" >/dev/null
  # Only who was given a role comes in at all.
  az ad sp update --id "$client" --set appRoleAssignmentRequired=true
  azd env set NOTIFY_SIGN_IN_CLIENT_ID "$client"
}

after() {
  [ -n "${NOTIFY_SIGN_IN_CLIENT_ID:-}" ] && [ "${NOTIFY_SIGN_IN_MANAGED:-true}" = true ] || return 0
  az ad app update --id "$NOTIFY_SIGN_IN_CLIENT_ID" --web-redirect-uris "$NOTIFY_SIGN_IN_REDIRECT_URL" "$NOTIFY_URL/.auth/login/aad/callback"
  if [ -z "$(az ad app federated-credential list --id "$NOTIFY_SIGN_IN_CLIENT_ID" --query "[?subject=='$NOTIFY_IDENTITY_PRINCIPAL_ID'].name" --output tsv)" ]; then
    tenant=$(az account show --query tenantId --output tsv)
    az ad app federated-credential create --id "$NOTIFY_SIGN_IN_CLIENT_ID" --parameters "{
      \"name\": \"notify-identity\", \"issuer\": \"https://login.microsoftonline.com/$tenant/v2.0\",
      \"subject\": \"$NOTIFY_IDENTITY_PRINCIPAL_ID\", \"audiences\": [\"api://AzureADTokenExchange\"]}" >/dev/null
  fi
}

case ${1:-} in
  before) before ;;
  after) after ;;
  *) echo "usage: sign-in.sh before|after" >&2; exit 2 ;;
esac
