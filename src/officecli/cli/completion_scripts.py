"""What a shell is told so that TAB completes: each asks `officecli completion words`, and quotes what it is told in its own way, so that the line runs."""

from __future__ import annotations

BASH = r"""
_officecli() {
    local value rest quoted word line=$COMP_LINE before=
    local -i i last=-1 place=0
    local -a words=()
    COMPREPLY=()
    # bash takes is:overdue for three words: they are put together again, and of an answer only what is missing is given
    for ((i = 0; i < ${#COMP_WORDS[@]}; i++)); do
        word=${COMP_WORDS[i]}
        if ((i)) && [[ -n $word && $line == "$word"* ]]; then
            ((i == COMP_CWORD)) && before=${words[last]}
            words[last]+=$word
        else
            line=${line#"${line%%[![:space:]]*}"}
            words[++last]=$word
        fi
        line=${line#"$word"}
        ((i == COMP_CWORD)) && place=last
    done
    [[ ${COMP_WORDS[COMP_CWORD]} == [:=@] ]] && before=${words[place]}
    while IFS=$'\t' read -r value rest; do
        case "${words[place]}" in
            \"* | \'*) quoted=$value ;;
            *) printf -v quoted '%q' "$value" ;;
        esac
        COMPREPLY+=("${quoted#"$before"}")
    done < <("${COMP_WORDS[0]}" completion words -- "$place" "${words[@]}" 2>/dev/null)
    [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *: ]] && compopt -o nospace 2>/dev/null
}
complete -o bashdefault -o default -F _officecli officecli
"""

ZSH = r"""
#compdef officecli
_officecli() {
    local value rest
    local -a values shown
    while IFS=$'\t' read -r value rest; do
        values+=("$value")
        shown+=("$value${rest:+  $rest}")
    done < <("${words[1]}" completion words -- $((CURRENT - 1)) "${words[@]}" 2>/dev/null)
    if (( $#values )); then
        compadd -U -l -d shown -a values
    else
        _files
    fi
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -u }
compdef _officecli officecli
"""

FISH = r"""
function __officecli_words
    set -l typed (commandline -opc) (commandline -ct)
    set -g __officecli_found ($typed[1] completion words -- (math (count $typed) - 1) $typed 2>/dev/null)
    test (count $__officecli_found) -gt 0
end
complete -c officecli -f -n __officecli_words -a '(string join \n $__officecli_found)'
"""

POWERSHELL = r"""
Register-ArgumentCompleter -Native -CommandName officecli -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $typed = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
    if (-not $wordToComplete) { $typed += '' }
    & $typed[0] completion words '--' ($typed.Count - 1) @typed 2>$null | ForEach-Object {
        $value, $rest = $_ -split "`t", 2
        $quoted = if ($value -match "[\s'(),;&|]") { "'" + $value.Replace("'", "''") + "'" } else { $value }
        [System.Management.Automation.CompletionResult]::new($quoted, $value, 'ParameterValue', $(if ($rest) { $rest } else { $value }))
    }
}
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH, "powershell": POWERSHELL}
