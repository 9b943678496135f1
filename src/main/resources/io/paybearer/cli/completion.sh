
# What picocli does not know: the names of accounts, and commands behind "help".
function _paybearer() {
  _complete_paybearer
  local current=${COMP_WORDS[COMP_CWORD]}
  [ "$COMP_CWORD" -gt 1 ] || return 0
  case $current in -* | =*) return 0 ;; esac
  case ${COMP_WORDS[COMP_CWORD - 1]} in -c | --config | =) return 0 ;; esac
  case ${COMP_WORDS[1]} in
    token | check | doctor) COMPREPLY+=($(compgen -W "$(_paybearer_accounts)" -- "$current")) ;;
    help) COMPREPLY+=($(compgen -W "$_paybearer_commands" -- "$current")) ;;
  esac
}

# The accounts in the files that the command line names so far. A pipe is left alone: it can be read once.
function _paybearer_accounts() {
  local files=() word before="" i
  for ((i = 2; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    case $word in
      =) continue ;; # bash takes --config=FILE apart
      --config=*) before=--config word=${word#--config=} ;;
    esac
    case $before in
      -c | --config)
        case $word in "~/"*) word=$HOME/${word#"~/"} ;; esac
        [ -f "$word" ] && files+=(--config "$word")
        ;;
    esac
    before=$word
  done
  paybearer accounts "${files[@]}" 2> /dev/null < /dev/null
}

complete -F _paybearer -o default paybearer
