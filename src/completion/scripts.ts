// What the shells run. Each script asks `checkup completion words` what can stand where the cursor
// is; a first line of its answer says what the shell adds, then come lines of word, tab, and what
// it is. Nothing of an answer is ever evaluated, and nothing of the line but what the shell's own
// unquoting does.

/** A shell whose words can be completed. */
export interface Shell {
  readonly name: string;
  readonly script: string;
}

/** Runs in bash 3.2 too, which is what macOS has: no compopt, no associative arrays, no mapfile. */
const bash = `# checkup in bash. To install, add to ~/.bashrc:  eval "$(checkup completion bash)"

_checkup_completion() {
  local words=() rest="\${COMP_LINE:0:COMP_POINT}" i word quoted='' glued=''
  COMPREPLY=()
  # bash splits at = and : too; what has no space between is one word again.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    glued=''
    case $rest in
      [[:space:]]*) rest=\${rest#"\${rest%%[![:space:]]*}"} ;;
      *) [ "$i" -gt 0 ] && glued=yes ;;
    esac
    # Of the word at the cursor, only what stands before the cursor.
    case $rest in
      "$word"*) rest=\${rest#"$word"} ;;
      *) word=$rest rest='' ;;
    esac
    if [ -n "$glued" ]; then
      words[\${#words[@]}-1]=\${words[\${#words[@]}-1]}$word
    else
      words[\${#words[@]}]=$word
    fi
  done
  [ "\${#words[@]}" -lt 2 ] && return

  # As the shell would hand them over, without evaluating anything.
  for ((i = 1; i < \${#words[@]}; i++)); do
    word=\${words[i]}
    quoted=''
    case $word in '~/'*) word=$HOME/\${word#'~/'} ;; esac
    case $word in *[\\"\\'\\\\]*) quoted=yes word=\${word//[\\"\\'\\\\]/} ;; esac
    words[i]=$word
  done

  local answer kind='' value typed=\${words[\${#words[@]}-1]} cut=''
  # What stands before the last = or : is no part of the word that bash completes.
  case $COMP_WORDBREAKS in *=*) case $typed in *=*) cut=\${typed%"\${typed##*=}"} ;; esac ;; esac
  case $COMP_WORDBREAKS in
    *:*) case \${typed#"$cut"} in *:*) cut=\${typed%"\${typed##*:}"} ;; esac ;;
  esac
  answer=$(checkup completion words -- "\${words[@]:1}" 2>/dev/null </dev/null)
  while IFS= read -r value; do
    value=\${value%%$'\\t'*}
    if [ -z "$kind" ]; then
      kind=$value
      continue
    fi
    value=\${value#"$cut"}
    if [ -z "$quoted" ]; then
      printf -v value %q "$value"
    else
      # Inside quotes only what means itself there.
      case $value in *[!A-Za-z0-9._,/@%+=:-]*) continue ;; esac
    fi
    COMPREPLY[\${#COMPREPLY[@]}]=$value
  done <<< "$answer"

  # With nothing in COMPREPLY, bash itself completes files.
  case $kind in
    files)
      [ "\${#COMPREPLY[@]}" -eq 0 ] && return
      compopt -o filenames 2>/dev/null || return 0
      while IFS= read -r value; do
        COMPREPLY[\${#COMPREPLY[@]}]=$value
      done < <(compgen -f -- "\${typed#"$cut"}")
      ;;
    folders) compopt +o default -o dirnames 2>/dev/null ;;
    *) compopt +o default 2>/dev/null ;;
  esac
  return 0
}

complete -o default -F _checkup_completion checkup
`;

const zsh = `#compdef checkup
# checkup in zsh. To install, add to ~/.zshrc, after compinit:  eval "$(checkup completion zsh)"

_checkup() {
  local -a answer described
  local kind line value
  # The words up to the cursor, as the shell would hand them over.
  local -a typed=("\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}")
  typed=("\${(@)typed/#\\~\\//$HOME/}")
  answer=("\${(@f)$(checkup completion words -- "\${(@)typed}" 2>/dev/null </dev/null)}")
  kind=$answer[1]
  for line in "\${(@)answer[2,-1]}"; do
    value=\${line%%$'\\t'*}
    # A colon would end the word, and a backslash would hide one.
    described+=("\${\${value//\\\\/\\\\\\\\}//:/\\\\:}:\${line#*$'\\t'}")
  done
  (( $#described )) && _describe -t words 'checkup' described
  case $kind in
    files) compset -P '--[^=]#='; _files ;;
    folders) compset -P '--[^=]#='; _files -/ ;;
  esac
  return 0
}

# Sourced, it registers itself; found in $fpath, it is the function.
if [[ $funcstack[1] == _checkup ]]; then
  _checkup "$@"
else
  compdef _checkup checkup
fi
`;

const fish = `# checkup in fish. To install:  checkup completion fish > ~/.config/fish/completions/checkup.fish

function __checkup_complete
    # The words before the cursor as the shell would hand them over, and the one at it.
    set -l word (commandline -ct)
    set -l plain (string unescape -- $word)
    set -l words (commandline -opc) "$plain"
    set -e words[1]
    set words (string replace -r '^~/' "$HOME/" -- $words)
    set -l answer (checkup completion words -- $words 2>/dev/null </dev/null)
    if set -q answer[2]
        printf '%s\\n' $answer[2..-1]
    end
    # Behind --flag= the path begins after the sign.
    set -l lead (string match -r -- '^--[^=]*=' $word)
    set -l path (string replace -r -- '^--[^=]*=' '' $word)
    set -l paths
    switch "$answer[1]"
        case files
            set paths (__fish_complete_path "$path")
        case folders
            set paths (__fish_complete_directories "$path")
    end
    for path in $paths
        printf '%s%s\\n' "$lead" $path
    end
end

complete -c checkup -e
complete -c checkup -f -a '(__checkup_complete)'
`;

/** For Windows PowerShell 5.1 too: it drops an empty argument, so the word at the cursor has a flag. */
const powershell = `# checkup in PowerShell. To install, add to the file that $PROFILE names:  checkup completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName checkup -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    # As the shell would hand it over, without evaluating anything.
    $plain = {
        param($element)
        if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $element.Value }
        else { $element.Extent.Text }
    }
    # The words before the cursor, and the one at it.
    $words = @()
    $word = ''
    foreach ($element in @($commandAst.CommandElements | Select-Object -Skip 1)) {
        if ($element.Extent.EndOffset -lt $cursorPosition) { $words += & $plain $element }
        elseif ($element.Extent.StartOffset -lt $cursorPosition) { $word = & $plain $element }
    }
    $before = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false)
        # Quoted, the two hyphens reach the program.
        $answer = @(checkup completion words "--at=$word" '--' @words 2>$null)
    }
    catch { return }
    finally { [Console]::OutputEncoding = $before }
    foreach ($line in @($answer | Select-Object -Skip 1)) {
        $value, $about = $line -split "\`t", 2
        if ([string]::IsNullOrWhiteSpace($about)) { $about = $value }
        $typed = $value
        if ($value -notmatch '^[A-Za-z0-9._/\\:@%+=-]+$') { $typed = "'" + $value.Replace("'", "''") + "'" }
        [System.Management.Automation.CompletionResult]::new($typed, $value, 'ParameterValue', $about)
    }
    # With nothing given, PowerShell itself completes files.
    if ($answer.Count -gt 0 -and $answer[0] -eq 'folders') {
        [System.Management.Automation.CompletionCompleters]::CompleteFilename($word) |
            Where-Object ResultType -eq 'ProviderContainer'
    }
}
`;

/** THE LIST of shells. */
export const shells: readonly Shell[] = [
  { name: 'bash', script: bash },
  { name: 'zsh', script: zsh },
  { name: 'fish', script: fish },
  { name: 'powershell', script: powershell },
];
